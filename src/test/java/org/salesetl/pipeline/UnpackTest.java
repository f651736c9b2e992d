package org.salesetl.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.WarehouseTest;
import org.springframework.util.FileSystemUtils;

/** Files that hold others are taken apart, and what they hold is loaded in the right order. */
@Tag("reading")
class UnpackTest extends WarehouseTest {

    private static final String SALES =
            "sale_id,order_id,customer_id,product_id,order_date,quantity\nS1,O1,C1,P1,2025-01-31,2\n";

    @Test
    void loadsEveryFileOfAZip() throws IOException {
        warehouse.drop(
                "shop.zip",
                zip(
                        "sales.csv", SALES,
                        "__MACOSX/._sales.csv", "junk",
                        "notes.txt", "nothing to load",
                        "data/products.csv", "product_id,price\nP1,2.50\n",
                        "data\\customers.csv", "customer_id,city\nC1,Köln\n"));

        warehouse.run();

        assertThat(warehouse.entry("shop.zip").status()).isEqualTo("unpacked");
        assertThat(warehouse.entry("shop.zip").message())
                .isEqualTo("Holds shop.sales.csv, shop.2.products.csv, shop.3.customers.csv. Not taken: notes.txt."
                        + " Only tables of text are; drop others by themselves");
        assertThat(warehouse.entry("shop.sales.csv").outcomes()).containsExactly(1, 1, 0, 0, 0, 0);
        assertThat(warehouse.revenue()).isEqualByComparingTo("5");
        assertThat(warehouse.archived())
                .contains(
                        "unpacked/shop.zip", warehouse.today("shop.sales.csv"), warehouse.today("shop.2.products.csv"));
        assertThat(warehouse.waiting()).isEmpty();
        assertThat(warehouse.reload().status()).isEqualTo("succeeded");
        assertThat(warehouse.revenue()).isEqualByComparingTo("5");
    }

    @Test
    void loadsTheFolderOfAProgramThatWritesTablesInParts() throws IOException {
        Path folder = Files.createDirectory(warehouse.inbox().resolve("sales"));
        Files.writeString(folder.resolve("part-00000"), SALES);
        Files.writeString(folder.resolve("part-00001"), SALES.replace("S1,O1", "S2,O2"));
        Path mark = Files.writeString(folder.resolve("_SUCCESS"), "");
        Files.setLastModifiedTime(mark, FileTime.from(Instant.parse("2025-02-01T12:00:00Z")));
        warehouse.drop("products.csv", "product_id,price", "P1,2.50");
        warehouse.drop("customers.csv", "customer_id,city", "C1,Köln");

        assertThat(warehouse.run().message()).isEqualTo("The parts of the folder sales are the file sales.csv now.");

        assertThat(warehouse.entry("sales.csv").outcomes()).containsExactly(2, 2, 0, 0, 0, 0);
        assertThat(warehouse.revenue()).isEqualByComparingTo("10");
        assertThat(folder).doesNotExist();
        assertThat(warehouse.waiting()).isEmpty();
        assertThat(Files.getLastModifiedTime(warehouse.archived(warehouse.today("sales.csv"))))
                .as("older than a correction that was written later")
                .isEqualTo(FileTime.from(Instant.parse("2025-02-01T12:00:00Z")));
    }

    @Test
    void saysOnceWhyAFolderMakesNoTableAndLeavesIt() throws IOException {
        Path folder = Files.createDirectory(warehouse.inbox().resolve("lake"));
        Files.writeString(folder.resolve("part-00000.parquet"), "PAR1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
        Files.writeString(folder.resolve("_SUCCESS"), "");

        assertThat(warehouse.run().message())
                .startsWith(
                        "lake is not taken. Expected only tables of text in the folder lake but found part-00000.parquet.");

        assertThat(warehouse.run().message()).startsWith("lake is not taken. This is a folder");
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void loadsTheSheetsOfAWorkbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet notes = workbook.newWorksheet("Notes");
            notes.value(0, 0, "whatever");
            Worksheet products = workbook.newWorksheet("Price list");
            row(products, 0, "product_id", "name", "price");
            products.value(2, 0, 17850);
            products.value(2, 1, "Pen, \"fine\"");
            products.value(2, 2, new BigDecimal("0.1").doubleValue() + 0.2);
            Worksheet sales = workbook.newWorksheet("May");
            row(sales, 0, "order id", "customer id", "product id", "date", "qty", "customer name");
            sales.value(1, 0, "O1");
            sales.value(1, 1, "007");
            sales.value(1, 2, 17850);
            sales.value(1, 3, LocalDate.of(2025, 5, 31));
            sales.style(1, 3).format("dd.mm.yyyy").set();
            sales.value(1, 4, 10);
            sales.value(1, 5, "Zoë");
            sales.value(2, 0, "O2");
            sales.value(2, 1, "007");
            sales.value(2, 2, 17850);
            sales.value(2, 3, LocalDateTime.of(2025, 6, 1, 8, 26));
            sales.style(2, 3).format("m/d/yy h:mm").set();
            sales.value(2, 4, 1);
        }
        warehouse.drop("book.xlsx", bytes.toByteArray());

        warehouse.run();

        assertThat(warehouse.entry("book.xlsx").message())
                .isEqualTo("Holds book.Price list.csv, book.May.csv. Not taken: Notes."
                        + " They have no header of customers, products or sales");
        assertThat(warehouse.query("SELECT product_id, name, price, source_line FROM dim_product"))
                .containsExactly("17850|Pen, \"fine\"|0.3000|3");
        assertThat(warehouse.query("SELECT customer_id, name FROM dim_customer"))
                .containsExactly("007|Zoë");
        assertThat(warehouse.query(
                        "SELECT order_id, date_key, quantity, source_line FROM fact_sales ORDER BY order_id"))
                .containsExactly("O1|20250531|10.0000|2", "O2|20250601|1.0000|3");
    }

    @Test
    void refusesAWorkbookThatHoldsNothingKnownWithTheColumnsFound() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            row(workbook.newWorksheet("Hinweise"), 0, "Stand: Mai");
            row(workbook.newWorksheet("Tabelle1"), 0, "Kunde", "Datum");
        }
        warehouse.drop("book.xlsx", bytes.toByteArray());

        warehouse.run();

        assertThat(warehouse.entry("book.xlsx").status()).isEqualTo("refused");
        assertThat(warehouse.entry("book.xlsx").message())
                .startsWith("No sheet here is of customers, products or sales. Sheet \"Tabelle1\": Expected a header")
                .contains("found \"Kunde\", \"Datum\"")
                .contains("\"Datum\" may be order_date");
        assertThat(warehouse.count("SELECT COUNT(*) FROM etl_file")).isEqualTo(1);
    }

    @Test
    void refusesWhatIsDamagedEmptyOrMadeToFillADisk() throws IOException {
        warehouse.drop("damaged.zip", "this is no zip".getBytes(UTF_8));
        warehouse.drop("damaged.xlsx", "this is no workbook".getBytes(UTF_8));
        warehouse.drop("empty.zip", zip("notes.txt", "nothing"));
        warehouse.drop("bomb.zip", zip("sales.csv", SALES + "\n".repeat(70 << 20)));
        warehouse.drop("customers.csv", "customer_id", "C1");

        assertThat(warehouse.run().status()).isEqualTo("succeeded");

        for (String name : new String[] {"damaged.zip", "damaged.xlsx", "empty.zip", "bomb.zip"}) {
            assertThat(warehouse.entry(name).status()).as(name).isEqualTo("refused");
            assertThat(warehouse.archived()).contains("refused/" + name, "refused/" + name + ".reason.txt");
        }
        assertThat(warehouse.entry("customers.csv").status()).isEqualTo("loaded");
        assertThat(warehouse.waiting()).isEmpty();
    }

    @Test
    void refusesAZipOfMoreEntriesThanAreAllowedBeforeAnythingIsWritten() throws IOException {
        String[] entries = new String[2_002];
        for (int i = 0; i < entries.length; i += 2) {
            entries[i] = i + ".csv";
            entries[i + 1] = "customer_id\nC" + i + "\n";
        }
        warehouse.drop("many.zip", zip(entries));

        assertThat(warehouse.run().status()).isEqualTo("succeeded");

        assertThat(warehouse.entry("many.zip").status()).isEqualTo("refused");
        assertThat(warehouse.entry("many.zip").message())
                .isEqualTo("Expected at most 1000 files or sheets in many.zip but found more. Put them into several"
                        + " files, or set sales-etl.unpack.most-entries, and drop it again.");
        assertThat(warehouse.count("SELECT COUNT(*) FROM etl_file")).isEqualTo(1);
        assertThat(warehouse.waiting()).isEmpty();
    }

    @Test
    void losesNoPartToAnotherOfTheSameName() throws IOException {
        warehouse.drop(
                "z.zip",
                zip(
                        "1.csv", "customer_id\nC1\n",
                        "3.a.csv", "customer_id\nC2\n",
                        "a.csv", "customer_id\nC3\n",
                        "x/5.B?.csv", "customer_id\nC4\n",
                        "b*.CSV", "customer_id\nC5\n"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", null)) {
            row(workbook.newWorksheet("a<b"), 0, "customer_id");
            row(workbook.newWorksheet("a>b"), 0, "customer_id");
        }
        warehouse.drop("w.xlsx", bytes.toByteArray());

        warehouse.run();

        assertThat(warehouse.query("SELECT customer_id FROM dim_customer ORDER BY 1"))
                .containsExactly("C1", "C2", "C3", "C4", "C5");
        assertThat(warehouse.entry("w.xlsx").message()).isEqualTo("Holds w.a_b.csv, w.a_b-2.csv");
    }

    @Test
    void saysWhichEntriesAreNotTakenOutOfAZip() throws IOException {
        warehouse.drop("outer.zip", zip("a/inner.zip", "x", "book.xlsx", "x", "c.csv", "customer_id\nC1\n"));

        warehouse.run();

        assertThat(warehouse.entry("outer.zip").message())
                .isEqualTo("Holds outer.c.csv. Not taken: a/inner.zip, book.xlsx."
                        + " Only tables of text are; drop others by themselves");
    }

    @Test
    void takesATableOutOfAZipWhateverItIsCalled() throws IOException {
        warehouse.drop(
                "mixed.zip",
                zip(
                        "orders.txt",
                        "customer_id\nC1\n",
                        "page.csv",
                        "<html><table></table>",
                        "README",
                        "customer ids of May\n"));

        warehouse.run();

        assertThat(warehouse.entry("mixed.zip").message())
                .isEqualTo("Holds mixed.orders.txt. Not taken: page.csv, README."
                        + " Only tables of text are; drop others by themselves");
        assertThat(warehouse.query("SELECT customer_id FROM dim_customer")).containsExactly("C1");
    }

    @Test
    void saysWhatAZipWithoutATableHolds() throws IOException {
        warehouse.drop("book.zip", zip("book.xlsx", "PK\3\4"));

        warehouse.run();

        assertThat(warehouse.entry("book.zip").message())
                .isEqualTo(
                        "Expected at least one table of text in book.zip but found only book.xlsx. Put your tables in and"
                                + " drop it again; drop workbooks and other ZIP files by themselves.");
    }

    @Test
    void takesAPartWhateverItsNameIsLike() throws IOException {
        warehouse.drop("n.zip", zip("é\uD83D\uDE00".repeat(9_000) + ".csv", "customer_id\nC1\n"));

        warehouse.run();

        assertThat(warehouse.count("SELECT COUNT(*) FROM dim_customer")).isEqualTo(1);
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            sheet.value(row, i, cells[i]);
        }
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
