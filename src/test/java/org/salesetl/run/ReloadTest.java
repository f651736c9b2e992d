package org.salesetl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.salesetl.TestWarehouse.RunEnd;
import org.salesetl.WarehouseTest;
import org.salesetl.ledger.RunRequest.Mode;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ReloadTest extends WarehouseTest {

    private static final String SALES = "sale_id,customer_id,product_id,order_date,quantity,price";

    @AfterEach
    void removeTrigger() {
        warehouse.update("DROP TRIGGER IF EXISTS watch_reload");
        warehouse.update("DROP TABLE IF EXISTS seen");
    }

    @Test
    void givesTheSameWarehouse() {
        loadHistory();
        List<String> before = warehouse.contents();

        RunEnd run = warehouse.reload();

        assertThat(run.message()).isNull();
        assertThat(run.status()).isEqualTo("succeeded");
        assertThat(warehouse.contents()).isEqualTo(before);
        assertThat(warehouse.query("SELECT name, status FROM etl_file WHERE run_id = ? ORDER BY file_id", run.id()))
                .containsExactly(
                        "early-sales.csv|loaded",
                        "customers.csv|loaded",
                        "products.csv|loaded",
                        "sales.csv|loaded",
                        "customers.csv|loaded");
        assertThat(warehouse.archived()).hasSize(7).contains(warehouse.today("sales.rejects.csv"));

        assertThat(warehouse.reload().status()).isEqualTo("succeeded");
        assertThat(warehouse.contents()).isEqualTo(before);
    }

    @Test
    void takesAFileForLoadedAfterAReloadAsBefore() {
        loadHistory();
        warehouse.reload();
        warehouse.drop("again.csv", "product_id,price", "P1,1.5");

        warehouse.run();

        assertThat(warehouse.entry("again.csv").status()).isEqualTo("already_loaded");
    }

    @Test
    void showsTheOldWarehouseUntilTheNewOneIsComplete() throws SQLException {
        loadHistory();
        // stops the reload at the products until the reader lets it go; a table without transactions tells what it saw
        warehouse.update("CREATE TABLE seen (sales INT) ENGINE = MyISAM");
        warehouse.update("""
                CREATE TRIGGER watch_reload AFTER INSERT ON dim_product FOR EACH ROW
                BEGIN
                  DO GET_LOCK('reload-test', 60);
                  DO RELEASE_LOCK('reload-test');
                  INSERT INTO seen SELECT COUNT(*) FROM fact_sales;
                END""");
        try (Connection reader = warehouse.connection()) {
            assertThat(number(reader, "SELECT GET_LOCK('reload-test', 0)")).isEqualTo(1);
            warehouse.start(Mode.RELOAD);
            await().until(() ->
                    number(reader, "SELECT COUNT(*) FROM information_schema.processlist WHERE state = 'User lock'")
                            == 1);

            assertThat(number(reader, "SELECT COUNT(*) FROM fact_sales")).isEqualTo(3);
            assertThat(number(reader, "SELECT COUNT(*) FROM dim_customer")).isEqualTo(2);

            assertThat(number(reader, "SELECT RELEASE_LOCK('reload-test')")).isEqualTo(1);
        }
        warehouse.awaitEnd();
        assertThat(warehouse.query("SELECT sales FROM seen"))
                .as("sales within the reload")
                .containsExactly("0");
        assertThat(warehouse.count("SELECT COUNT(*) FROM fact_sales")).isEqualTo(3);
    }

    @Test
    void changesNothingWhereAnArchivedFileIsMissing(CapturedOutput output) throws IOException {
        loadHistory();
        List<String> before = warehouse.contents();
        Files.delete(warehouse.archived(warehouse.today("customers-2.csv")));

        RunEnd run = warehouse.reload();

        assertThat(run.status()).isEqualTo("failed");
        assertThat(run.message())
                .isEqualTo("Expected every loaded file in the archive but these are missing: "
                        + warehouse.today("customers-2.csv")
                        + ". Put them back and reload again; the warehouse is as it was.");
        assertThat(warehouse.contents()).isEqualTo(before);
        // a sentence and no stack trace: nothing has gone wrong
        assertThat(output)
                .contains(": Expected every loaded file in the archive")
                .doesNotContain("\tat org.salesetl");
    }

    @Test
    void changesNothingWhereAnArchivedFileCannotBeReadAnyMore() throws IOException {
        loadHistory();
        List<String> before = warehouse.contents();
        Files.writeString(warehouse.archived(warehouse.today("sales.csv")), "who,what\n");

        RunEnd run = warehouse.reload();

        assertThat(run.status()).isEqualTo("failed");
        assertThat(run.message())
                .isEqualTo("Expected every loaded file in the archive but these are damaged: "
                        + warehouse.today("sales.csv")
                        + ". Put them back and reload again; the warehouse is as it was.");
        assertThat(warehouse.contents()).isEqualTo(before);
    }

    @Test
    void goesOnWithoutMissingAndDamagedFilesWhereSomebodyWantsThat() throws IOException {
        loadHistory();
        Files.delete(warehouse.archived(warehouse.today("customers-2.csv")));
        Files.writeString(warehouse.archived(warehouse.today("sales.csv")), "who,what\n");

        RunEnd run = warehouse.reloadWithoutDamaged();

        assertThat(run.status()).isEqualTo("succeeded");
        assertThat(run.message())
                .isEqualTo("Left out because they are missing or damaged: " + warehouse.today("customers-2.csv") + ", "
                        + warehouse.today("sales.csv"));
        assertThat(warehouse.query("SELECT customer_id, city FROM dim_customer ORDER BY 1"))
                .containsExactly("C1|Paris", "C2|Unknown");
        assertThat(warehouse.query("SELECT sale_id FROM fact_sales")).containsExactly("S1");
    }

    @Test
    void rebuildsAnEmptyDatabaseFromAnArchive() throws IOException {
        loadHistory();
        warehouse.drop("rows.rejects.csv", SALES + ",_line,_reason", "S9,C1,P1,2025-01-31,1,1,17,bad_date");
        warehouse.run();
        List<String> before = warehouse.query("SELECT sale_id, quantity, revenue FROM fact_sales ORDER BY sale_id");
        assertThat(before).hasSize(4);
        Files.createFile(warehouse.archived(warehouse.today("name-that-was-taken.csv")));
        warehouse.emptyTables();

        RunEnd run = warehouse.reload();

        assertThat(run.message()).isNull();
        assertThat(warehouse.query("SELECT sale_id, quantity, revenue FROM fact_sales ORDER BY sale_id"))
                .isEqualTo(before);
        assertThat(warehouse.query("SELECT customer_id, city FROM dim_customer ORDER BY 1"))
                .containsExactly("C1|Lyon", "C2|Unknown");
        assertThat(warehouse.reload().status()).isEqualTo("succeeded");
    }

    @Test
    void firstFinishesWhatAnInterruptedRunHadLoadedAndNotArchived() throws IOException {
        loadHistory();
        List<String> before = warehouse.contents();
        unarchive("sales.csv");

        RunEnd run = warehouse.reload();

        assertThat(run.message()).isNull();
        assertThat(warehouse.contents()).isEqualTo(before);
        assertThat(warehouse.waiting()).isEmpty();
    }

    @Test
    void findsAFileThatWasArchivedByARunThatDiedBeforeItCouldSaySo() {
        loadHistory();
        List<String> before = warehouse.contents();
        warehouse.update("UPDATE etl_file SET archived_as = NULL WHERE name = 'products.csv'");

        RunEnd run = warehouse.reload();

        assertThat(run.message()).isNull();
        assertThat(warehouse.contents()).isEqualTo(before);
        assertThat(warehouse.query("SELECT name FROM etl_file WHERE run_id = ? ORDER BY file_id", run.id()))
                .element(2)
                .isEqualTo("products.csv");
    }

    /** As after a run that died between its commit and the archive. */
    private void unarchive(String name) throws IOException {
        Path claimed = Files.createDirectories(warehouse.inbox().resolve(".work/of-a-dead-run"))
                .resolve(name);
        Files.move(warehouse.archived(warehouse.today(name)), claimed);
        warehouse.update("UPDATE etl_file SET archived_as = NULL WHERE name = ?", name);
    }

    private void loadHistory() {
        warehouse.drop("early-sales.csv", SALES, "S1,C1,P1,2025-01-31,2,");
        warehouse.run();
        warehouse.drop("customers.csv", "customer_id,city", "C1,Paris", "C2,", ",Oslo");
        warehouse.drop("products.csv", "product_id,price", "P1,1.5");
        warehouse.drop(
                "sales.csv",
                SALES,
                "S2,C1,P1,2025-01-30,1,",
                "S3,C9,P1,2025-01-31,1,",
                "S4,C1,P1,x,1,",
                "S5,C2,P1,2025-01-31,1,0.0001");
        warehouse.run();
        warehouse.drop("customers.csv", "customer_id,city", "C1,Lyon");
        warehouse.run();
        assertThat(warehouse.count("SELECT COUNT(*) FROM fact_sales")).isEqualTo(3);
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }
}
