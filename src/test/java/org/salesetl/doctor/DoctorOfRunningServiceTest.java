package org.salesetl.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.salesetl.Diagnosis;
import org.salesetl.Diagnosis.Level;
import org.salesetl.WarehouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The doctor while the service is running, with its database. */
class DoctorOfRunningServiceTest extends WarehouseTest {

    @Autowired
    private Environment environment;

    @Test
    void findsTheServiceAndItsDatabaseWell() {
        List<Diagnosis> found = Doctor.examine(
                option("sales-etl.inbox"),
                option("sales-etl.archive"),
                option("sales-etl.data"),
                "--server.port=" + environment.getProperty("local.server.port"));

        assertThat(found)
                .filteredOn(diagnosis -> diagnosis.level() == Level.FAILED)
                .isEmpty();
        assertThat(found)
                .extracting(Diagnosis::line)
                .anyMatch(line ->
                        line.matches("ok +database +\\d+\\.\\d+.* at jdbc:mysql://127\\.0\\.0\\.1:\\d+/sales_etl"))
                .anyMatch(line -> line.matches("ok +rights .*"))
                .anyMatch(line -> line.matches("ok +tables +have the version that this program needs"))
                .anyMatch(line -> line.matches("ok +clock .*"))
                .anyMatch(line -> line.matches("ok +port +the service answers on \\d+: it is running"));
    }

    private String option(String name) {
        return "--" + name + "=" + environment.getRequiredProperty(name);
    }
}
