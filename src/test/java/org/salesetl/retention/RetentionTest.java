package org.salesetl.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.salesetl.HttpApi;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SomeProperties;
import org.salesetl.TestWarehouse.RunEnd;
import org.salesetl.WarehouseTest;
import org.salesetl.audit.AuditTrail;
import org.salesetl.ledger.RunLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** Everything is kept for 3,650 days here, so tests make old what they want to be deleted. */
class RetentionTest extends WarehouseTest {

    private static final String SALES = "sale_id,customer_id,product_id,order_date,quantity,price";

    @Autowired
    private HttpApi api;

    @Autowired
    private ProducerTemplate producer;

    @Autowired
    private Retention retention;

    @Autowired
    private Notices notices;

    @Autowired
    private List<OldThings> things;

    @Autowired
    private RunLock lock;

    @Autowired
    private Clock clock;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private PlatformTransactionManager transactions;

    @AfterEach
    void letRunsGo() {
        lock.release();
    }

    @Test
    void deletesOnlyWhatWasAnnouncedSomeDaysBefore() {
        loadOldShop();
        warehouse.drop("new.csv", SALES, "S9,C1,P1,2025-02-01,1,");
        warehouse.run();
        Path file = warehouse.archived(warehouse.today("sales.csv"));

        night();
        night();

        assertThat(file).exists();
        assertThat(announced()).containsExactly("archive|3|0|null");
        assertThat(warehouse.query("SELECT due_on FROM retention_notice"))
                .containsExactly(LocalDate.now(clock).plusDays(7).toString());

        aWeekPasses();
        night();

        assertThat(file).doesNotExist();
        assertThat(warehouse.archived()).containsExactly(warehouse.today("new.csv"));
        assertThat(announced()).containsExactly("archive|3|3|0");
        assertThat(warehouse.query("SELECT name FROM etl_file WHERE archive_deleted_at IS NOT NULL ORDER BY file_id"))
                .containsExactly("customers.csv", "products.csv", "sales.csv");
        assertThat(warehouse.query(
                        "SELECT thing, value_after FROM audit_entry WHERE what = 'retention' ORDER BY entry_id"))
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("sales-etl.keep.archive|deleted: 3 of 3 announced on ");
        assertThat(warehouse.count("SELECT COUNT(*) FROM fact_sales")).isEqualTo(2);
    }

    @Test
    void saysInWordsThatALineCannotBeShownAnyMore() {
        loadOldShop();
        deleteWhatIsOld();

        HttpApi.Answer answer =
                api.get("/api/files/" + warehouse.entry("sales.csv").id() + "/lines/2");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text())
                .contains("The line cannot be shown any more: " + warehouse.today("sales.csv") + " was deleted on "
                        + LocalDate.now(clock) + ", because it was older than sales-etl.keep.archive.");
        assertThat(api.get("/api/facts").text()).contains("\"file\":\"sales.csv\"", "\"line\":2");
    }

    @Test
    void aReloadRefusesToLoseTheRowsOfDeletedFiles() {
        loadOldShop();
        List<String> before = warehouse.contents();
        deleteWhatIsOld();

        RunEnd run = warehouse.reload();

        assertThat(run.status()).isEqualTo("failed");
        assertThat(run.message())
                .isEqualTo("A reload would lose the rows of 3 files that retention has deleted in the archive: "
                        + warehouse.today("customers.csv") + ", " + warehouse.today("products.csv") + ", "
                        + warehouse.today("sales.csv")
                        + ". Put them back and reload again; the warehouse is as it was.");
        assertThat(warehouse.contents()).isEqualTo(before);
        assertThat(api.getAsAdmin("/etl/reload").text()).contains("Retention has deleted 3 files of the archive.");
    }

    @Test
    void aReloadTakesDeletedFilesThatSomebodyHasPutBack() throws IOException {
        loadOldShop();
        List<String> before = warehouse.contents();
        deleteWhatIsOld();
        write("customers.csv", "customer_id,city", "C1,Paris");
        write("products.csv", "product_id,price", "P1,1.5");
        write("sales.csv", SALES, "S1,C1,P1,2025-01-31,2,");

        RunEnd run = warehouse.reload();

        assertThat(run.message()).isNull();
        assertThat(warehouse.contents()).isEqualTo(before);
    }

    @Test
    void knowsTheContentOfADeletedFileAgain() {
        loadOldShop();
        deleteWhatIsOld();
        warehouse.drop("again.csv", "product_id,price", "P1,1.5");

        warehouse.run();

        assertThat(warehouse.entry("again.csv").status()).isEqualTo("already_loaded");
    }

    @Test
    void goesOnWhereTheProcessDiedBetweenTheFileAndTheLedger() throws IOException {
        loadOldShop();
        night();
        aWeekPasses();
        Files.delete(warehouse.archived(warehouse.today("sales.csv")));
        assertThat(warehouse.reload().message()).contains("these are missing: " + warehouse.today("sales.csv"));

        night();

        assertThat(announced()).containsExactly("archive|3|3|0");
        assertThat(warehouse.reload().message()).contains("3 files that retention has deleted");
    }

    @Test
    void deletesNothingWhileARunGoesOn() {
        loadOldShop();
        night();
        aWeekPasses();
        Night night = retention.begin();
        assertThat(lock.acquire()).isTrue();

        retention.deleteSome(night);

        assertThat(warehouse.archived(warehouse.today("sales.csv"))).exists();
        assertThat(retention.goesOn(night)).isTrue();
        lock.release();
        retention.deleteSome(night);
        assertThat(warehouse.archived(warehouse.today("sales.csv"))).doesNotExist();
        assertThat(lock.isFree()).isTrue();
    }

    @Test
    void keepsWhatTheSettingsOfTheDayKeep() {
        loadOldShop();
        night();
        aWeekPasses();

        with("keep.archive", "9000d");

        assertThat(warehouse.archived(warehouse.today("sales.csv"))).exists();
        assertThat(announced()).containsExactly("archive|3|0|0");
    }

    @Test
    void withdrawsAnAnnouncementIfTheSettingIsGone() {
        loadOldShop();
        night();

        with("watch", "1s");

        assertThat(warehouse.archived(warehouse.today("sales.csv"))).exists();
        assertThat(announced()).containsExactly("archive|3|0|1");
    }

    @Test
    void deletesSettledRowsAndNoneThatWaits() {
        warehouse.drop("sales.csv", SALES, "S1,C9,P1,2025-01-31,2,3", "S2,C1,P1,x,1,2", "S3,C1,P1,y,1,2");
        warehouse.drop("products.csv", "product_id,price", "P1,1.5");
        warehouse.run();
        warehouse.drop("customers.csv", "customer_id,city", "C9,Paris");
        warehouse.run();
        int dismissed = warehouse.count("SELECT quarantine_id FROM quarantine WHERE line = 3");
        api.postAsAdmin("/api/quarantine/dismiss", "{\"ids\":[" + dismissed + "],\"note\":\"a test\"}");
        assertThat(statuses()).containsExactly("2|released", "3|dismissed", "4|rejected");
        assertThat(total("released")).isEqualTo(1);
        makeOld();
        warehouse.update("UPDATE dismissal SET dismissed_at = dismissed_at - INTERVAL 4000 DAY");

        deleteWhatIsOld();

        assertThat(statuses()).containsExactly("4|rejected");
        assertThat(total("released")).isZero();
        assertThat(announced()).contains("quarantine|2|2|0");
        assertThat(api.get("/quarantine").text()).contains("2 settled rows were deleted");
        assertThat(warehouse.entry("sales.csv").allOutcomes()).containsExactly(3, 0, 0, 0, 0, 0, 2, 1);
    }

    @Test
    void deletesRowsThatWereLeftOutAndKeepsTheirSums() {
        warehouse.drop(
                "cancelled.csv",
                SALES + ",status",
                "S1,C1,P1,2025-01-06,10,1.50,cancelled",
                "S2,C1,P1,2025-01-07,1,2,cancelled");
        warehouse.run();
        int file = warehouse.entry("cancelled.csv").id();
        makeOld();

        deleteWhatIsOld();

        assertThat(warehouse.count("SELECT COUNT(*) FROM left_out_row")).isZero();
        assertThat(warehouse.query("SELECT row_count, amount FROM etl_file_left_out WHERE file_id = ?", file))
                .containsExactly("2|17.0000");
        assertThat(warehouse.entry("cancelled.csv").leftOut()).isEqualTo(2);
        assertThat(api.get("/files/" + file + "/left-out").text())
                .contains("Their sums stay in the books of the file.");
    }

    @Test
    void deletesRunsWithoutFilesAndNothingOfTheAudit() {
        loadOldShop();
        warehouse.run();
        int empty = warehouse.run().id();
        int newest = warehouse.run().id();
        api.postAsAdmin("/api/etl/runs", "{\"mode\":\"check\"}");
        warehouse.awaitEnd();
        warehouse.update("UPDATE etl_run SET started_at = started_at - INTERVAL 4000 DAY WHERE run_id <= ?", empty);
        warehouse.update("UPDATE audit_entry SET at = at - INTERVAL 4000 DAY");

        deleteWhatIsOld();

        assertThat(warehouse.count("SELECT COUNT(*) FROM audit_entry WHERE what = 'run'"))
                .isPositive();
        assertThat(warehouse.query("SELECT run_id FROM etl_run WHERE run_id <= ? ORDER BY run_id", newest))
                .containsExactly(warehouse.entry("sales.csv").run() + "", newest + "");
    }

    @Test
    void showsWhatWouldBeDeleted() {
        loadOldShop();

        JsonNode before = api.getAsAdmin("/api/retention").json();
        night();
        JsonNode after = api.getAsAdmin("/api/retention").json();

        assertThat(before.at("/subjects/0/subject").asText()).isEqualTo("archive");
        assertThat(before.at("/subjects/0/keep").asText()).isEqualTo("P3650D");
        assertThat(before.at("/subjects/0/old/items").asInt()).isEqualTo(3);
        assertThat(before.at("/subjects/0/notice").isNull()).isTrue();
        assertThat(after.at("/subjects/0/notice/items").asInt()).isEqualTo(3);
        assertThat(api.getAsAdmin("/retention").text()).contains("3 archived files", "3,650 days");
        assertThat(api.get("/etl").text()).contains("Retention deletes 3 archived files from ");
    }

    @Test
    void refusesPeriodsThatAreTooShort() {
        assertThat(SomeProperties.with("keep.history", "P3M").keep().history()).isEqualTo(Period.ofMonths(3));
        assertThat(SomeProperties.with("keep.archive", "").keep().archive()).isNull();
        assertThatThrownBy(() -> SomeProperties.with("keep.history", "89d"))
                .rootCause()
                .hasMessage(
                        "sales-etl.keep.history: expected at least 90 days, for example 730d or P2Y, but found P89D");
        assertThatThrownBy(() -> SomeProperties.with("keep.archive", "0d"))
                .rootCause()
                .hasMessageContaining("sales-etl.keep.archive: expected at least 1 day");
    }

    /** Customers, products and a sale, all old. */
    private void loadOldShop() {
        warehouse.drop("customers.csv", "customer_id,city", "C1,Paris");
        warehouse.drop("products.csv", "product_id,price", "P1,1.5");
        warehouse.drop("sales.csv", SALES, "S1,C1,P1,2025-01-31,2,");
        warehouse.run();
        makeOld();
    }

    private int total(String status) {
        return api.get("/api/quarantine?status=" + status).json().path("total").asInt();
    }

    private void makeOld() {
        warehouse.update("UPDATE etl_file SET loaded_at = loaded_at - INTERVAL 4000 DAY");
    }

    private void aWeekPasses() {
        warehouse.update("UPDATE retention_notice SET due_on = ?", LocalDate.now(clock));
    }

    private void night() {
        producer.sendBody("direct:" + RetentionRoutes.DELETE_OLD_THINGS, "");
    }

    private void deleteWhatIsOld() {
        night();
        aWeekPasses();
        night();
    }

    /** A night with other settings. */
    private void with(String key, String value) {
        SalesEtlProperties properties = SomeProperties.with(Map.of(key, value));
        Retention other = new Retention(properties, clock, lock, notices, things, audit, transactions);
        Night night = other.begin();
        while (other.goesOn(night)) {
            other.deleteSome(night);
        }
    }

    private List<String> announced() {
        return warehouse.query(
                "SELECT subject, items, deleted_items, CASE WHEN finished_at IS NOT NULL THEN withdrawn END"
                        + " FROM retention_notice ORDER BY notice_id");
    }

    private List<String> statuses() {
        return warehouse.query("SELECT line, status FROM quarantine ORDER BY line");
    }

    private void write(String name, String... lines) throws IOException {
        Path file = warehouse.archived(warehouse.today(name));
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
