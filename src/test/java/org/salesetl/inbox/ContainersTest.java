package org.salesetl.inbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SomeProperties;
import org.salesetl.layout.HeaderSniffer;
import org.salesetl.layout.SalesOfFile;
import org.salesetl.layout.SomeSniffer;
import org.salesetl.mapping.Column;
import org.salesetl.text.RefusedFileException;

class ContainersTest {

    private static final Path CASES = Path.of("../shared/cases");

    private Path folder;
    private Inbox inbox;
    private Containers containers;

    @BeforeEach
    void openInbox(@TempDir Path folder) throws IOException {
        this.folder = folder.resolve("inbox");
        SalesEtlProperties properties = SomeProperties.with("inbox", this.folder.toString());
        HeaderSniffer sniffer = SomeSniffer.with(properties);
        inbox = new Inbox(properties, new LoadOrder(sniffer), Clock.systemUTC(), Clock.systemUTC());
        containers = new Containers(inbox, sniffer, properties);
    }

    @Test
    void keepsNoPartWhereOneCannotBeKept() throws IOException {
        Path container = folder.resolve("z.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(container))) {
            for (String name : new String[] {"a.csv", "b.csv"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("customer_id\nC1\n".getBytes(UTF_8));
            }
        }
        // a folder that is not empty stands where the second part belongs
        Path inTheWay = Files.createDirectories(folder.resolve("z.2.b.csv"));
        Files.writeString(inTheWay.resolve("full"), "");
        Files.writeString(FileNames.reportBeside(inTheWay), "");

        assertThatThrownBy(() -> containers.unpackBeside(container)).isInstanceOf(IOException.class);

        assertThat(folder.resolve("z.csv")).doesNotExist();
        assertThat(folder.resolve("z.a.csv")).doesNotExist();
        assertThat(folder.resolve(".parts")).doesNotExist();
        assertThat(inTheWay).isDirectory();
    }

    @Test
    void refusesAZipWhoseNamesAreNoText() throws IOException {
        Path dropped = folder.resolve("z.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(dropped))) {
            zip.putNextEntry(new ZipEntry("ä.csv"));
            zip.write("customer_id\nC1\n".getBytes(UTF_8));
        }
        byte[] bytes = Files.readAllBytes(dropped);
        // the name says that it is in UTF-8; the directory at the end stays as it is
        bytes[new String(bytes, ISO_8859_1).indexOf(".csv") - 1] = 'a';
        Files.write(dropped, bytes);
        Path claimed = Objects.requireNonNull(inbox.claim(dropped));

        assertThatThrownBy(() -> containers.unpack(claimed)).isInstanceOf(RefusedFileException.class);
    }

    @Test
    void leavesNothingBehindOfAZipThatIsDamagedInTheMiddle() throws IOException {
        Path dropped = folder.resolve("z.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(dropped))) {
            zip.setMethod(ZipOutputStream.DEFLATED);
            for (String name : new String[] {"a.csv", "b.csv"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("customer_id\nC1\nC2\nC3\n".getBytes(UTF_8));
            }
        }
        byte[] bytes = Files.readAllBytes(dropped);
        int second = new String(bytes, ISO_8859_1).indexOf("b.csv");
        bytes[second + 7] ^= 0x55;
        Files.write(dropped, bytes);
        Path claimed = Objects.requireNonNull(inbox.claim(dropped));

        assertThatThrownBy(() -> containers.unpack(claimed)).isInstanceOf(RefusedFileException.class);

        try (var left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).containsExactly(claimed);
        }
    }

    @Test
    void takesOrdersOfOdooOutOfTheirWorkbook() throws IOException {
        assumeThat(CASES).as("the example files beside the project").isDirectory();
        Path workbook = Files.copy(
                CASES.resolve("16-odoo-sale-order-xlsx/a-sale.order.xlsx"), folder.resolve("sale.order.xlsx"));

        Contents contents = containers.unpackBeside(workbook);

        assertThat(contents.parts()).hasSize(1);
        SomeFile part = SomeFile.at(folder.resolve(contents.parts().get(0)));
        SalesOfFile sales = SalesOfFile.of(part);
        assertThat(part.layout().mapping().name()).isEqualTo("Odoo sale orders");
        assertThat(sales.rows())
                .extracting(row -> row.cell(Column.ORDER_ID))
                .containsExactly("S00021", "S00021", "S00022");
        // the quotation of 320.00 is no sale
        assertThat(sales.money().get("")).isEqualByComparingTo("3370");
    }
}
