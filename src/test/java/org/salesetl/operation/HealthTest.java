package org.salesetl.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.salesetl.HttpApi;
import org.salesetl.WarehouseTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What health checks and pages say of a service that works, and of a run that does not move. */
class HealthTest extends WarehouseTest {

    @Autowired
    private HttpApi api;

    @AfterEach
    void endRuns() {
        warehouse.update("UPDATE run_lease SET holder = NULL, moved_at = NULL, expires_at = UTC_TIMESTAMP(6)");
    }

    @Test
    void tellsStrangersOnlyWhetherTheServiceIsReady() {
        assertThat(api.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(api.get("/actuator/health/readiness").text()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(api.get("/actuator/health/liveness").text()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void tellsAdministratorsWhatReadinessLooksAt() {
        String details = api.getAsAdmin("/actuator/health/readiness").text();

        assertThat(details).contains("\"db\"", "\"inbox\"", "\"diskRoom\"", "warehouse-test");
    }

    @Test
    void theWholeHealthLooksAtTheRunToo() {
        assertThat(api.getAsAdmin("/actuator/health").text()).contains("\"run\":{\"status\":\"UP\"}");
    }

    @Test
    void thePageSaysThatARunOfAnyInstanceDoesNotMove() {
        // a run without a lease counts as dead, and is closed
        warehouse.update("UPDATE run_lease SET holder = 'another', expires_at = UTC_TIMESTAMP(6) + INTERVAL 60 SECOND");
        warehouse.update("INSERT INTO etl_run (triggered_by, mode, status, started_at)"
                + " VALUES ('watch', 'incremental', 'running', UTC_TIMESTAMP(6))");
        warehouse.update("UPDATE run_lease SET holder = 'another', expires_at = UTC_TIMESTAMP(6) + INTERVAL 60 SECOND,"
                + " moved_at = UTC_TIMESTAMP(6) - INTERVAL 17 MINUTE");

        assertThat(api.get("/etl").text()).contains("Nothing has moved for 17 minutes");
        assertThat(api.get("/api/etl/progress").text()).contains("\"stuck\":true");

        warehouse.update("UPDATE run_lease SET moved_at = UTC_TIMESTAMP(6) - INTERVAL 14 MINUTE");

        assertThat(api.get("/etl").text()).doesNotContain("Nothing has moved");
    }

    @Test
    void aRunTellsTheOtherInstancesThatItMoves() {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.run();

        assertThat(warehouse.query("SELECT TIMESTAMPDIFF(SECOND, moved_at, UTC_TIMESTAMP(6)) < 30 FROM run_lease"))
                .containsExactly("1");
    }

    @Test
    void aRunCanBeCancelledOnItsPage() {
        warehouse.update("INSERT INTO etl_run (triggered_by, mode, status, started_at)"
                + " VALUES ('watch', 'incremental', 'running', UTC_TIMESTAMP(6))");
        String run = warehouse.query("SELECT MAX(run_id) FROM etl_run").get(0);

        assertThat(api.getAsAdmin("/etl/runs/" + run).text())
                .contains("action=\"/etl/cancel\"", "value=\"" + run + "\"");
        assertThat(api.get("/etl/runs/" + run).text()).doesNotContain("/etl/cancel");
    }
}
