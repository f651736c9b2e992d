package org.salesetl.faults;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.salesetl.SalesEtlApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;

/** A start of the service that fails. It happens in this process, since a process of its own would need four times the work. */
record RefusedStart(Path home, DatabaseProcess database, CapturedOutput output) {

    /** What the service says if it starts with these options, in place of the usual ones. */
    String words(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--sales-etl.inbox=" + home.resolve("inbox"),
                "--sales-etl.archive=" + home.resolve("archive"),
                "--sales-etl.data=" + home.resolve("data"),
                "--sales-etl.mappings=" + home.resolve("mappings"),
                "--sales-etl.schedule=",
                "--sales-etl.admin-password=only-for-tests",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + DatabaseProcess.USER,
                "--spring.datasource.password=" + DatabaseProcess.PASSWORD));
        ServiceProcess.replace(arguments, options);
        int said = output.toString().length();
        assertThatThrownBy(() -> SpringApplication.run(SalesEtlApplication.class, arguments.toArray(String[]::new)))
                .isInstanceOf(Exception.class);
        return output.toString().substring(said);
    }
}
