package org.salesetl.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FileFormatTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiterString = " | ",
            value = {
                "TEXT | order_id,customer_id",
                "TEXT | ``",
                "TEXT | ID;P",
                "TEXT | <Kunde>;<Datum>",
                "TEXT | [id],{name}",
                "TEXT | PK,name",
                "TEXT | BM,name",
                "TEXT | \"{\"\"a\"\"}\",b",
                "TEXT | tablets,html",
                "HTML | <html><body>",
                "HTML | <HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\">",
                "HTML | <!DOCTYPE html>",
                "HTML | <!-- exported --> <!-- again --><table border=1>",
                "HTML | <?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\">",
                "HTML | <meta charset=utf-8><table>",
                "HTML | <TABLE>",
                "SPREADSHEET_XML | <?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
                "SPREADSHEET_XML | <ss:Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">",
                "XML | <?xml version=\"1.0\"?><orders>",
                "XML | <orders>",
                "XML | <!DOCTYPE orders [",
                "JSON_LINES | {\"order_id\": 1}",
                "JSON | {\"orders\": [{\"order_id\": 1}]",
                "JSON | [ {\"order_id\": 1} ]",
                "PDF | %PDF-1.7",
                "RICH_TEXT | {\\rtf1\\ansi",
                "WEB_ARCHIVE | MIME-Version: 1.0",
            })
    void tellsText(FileFormat format, String text) throws IOException {
        assertThat(FileFormat.of(text.getBytes(UTF_8))).isEqualTo(format);
        assertThat(FileFormat.of(("\uFEFF\r\n  " + text).getBytes(UTF_8)))
                .isEqualTo(format == FileFormat.PDF || format == FileFormat.RICH_TEXT ? FileFormat.TEXT : format);
        assertThat(FileFormat.of((text + "\n").repeat(3).getBytes(ISO_8859_1))).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({
        "ZIP, 'PK\3\4.......'",
        "OLE2, '\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1........'",
        "IMAGE, '\u0089PNG\r\n\u001A\n'",
        "IMAGE, '\u00FF\u00D8\u00FF\u00E0'",
        "IMAGE, 'GIF89a..'",
        "ARCHIVE, '7z\u00BC\u00AF...'",
        "ARCHIVE, 'Rar!\u001A\7'",
        "ANCIENT_WORKBOOK, '\t\b\20\0'",
        "BINARY, 'abcdefgh\0ij'",
    })
    void tellsOtherBytes(FileFormat format, String bytes) throws IOException {
        assertThat(FileFormat.of(bytes.getBytes(ISO_8859_1))).isEqualTo(format);
    }

    @Test
    void tellsTextInUtf16() throws IOException {
        assertThat(FileFormat.of("\uFEFForder_id\tname\r\n1\tAda".getBytes(UTF_16LE)))
                .isEqualTo(FileFormat.TEXT);
        assertThat(FileFormat.of("<html><table>".getBytes(UTF_16LE))).isEqualTo(FileFormat.HTML);
    }

    @Test
    void takesDamagedRowsForText() throws IOException {
        assertThat(FileFormat.of("id,name\nC1,a\0\0\0\nC2,b\7\n".getBytes(UTF_8)))
                .isEqualTo(FileFormat.TEXT);
        assertThat(FileFormat.of(("id,name\n" + "C1,Ann\n".repeat(300) + "\0".repeat(60)).getBytes(UTF_8)))
                .isEqualTo(FileFormat.TEXT);
    }

    @Test
    void takesNoOtherBytesForText() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[500 + random.nextInt(4_000)];
            random.nextBytes(bytes);
            bytes[0] = 'a';
            assertThat(FileFormat.of(bytes)).isEqualTo(FileFormat.BINARY);
        }
        assertThat(FileFormat.of(new byte[4_000])).isEqualTo(FileFormat.BINARY);
    }

    static Stream<Arguments> compressed() {
        return Stream.of(
                Arguments.of("order_id\n", FileFormat.TEXT),
                Arguments.of("{\"order_id\": 1}\n{\"order_id\": 2}\n", FileFormat.JSON_LINES),
                Arguments.of("{}\t\t\r\nCo./Last Name\tInvoice No.\tDate\r\n", FileFormat.TEXT),
                Arguments.of("{}\n{\"order_id\": 2}\n", FileFormat.JSON_LINES),
                Arguments.of("[{\"order_id\": 1}]", FileFormat.JSON),
                Arguments.of("<html><table>", FileFormat.COMPRESSED_OTHER),
                Arguments.of("PK\3\4....", FileFormat.COMPRESSED_OTHER));
    }

    @ParameterizedTest
    @MethodSource("compressed")
    void looksIntoACompressedFile(String content, FileFormat format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content.getBytes(ISO_8859_1));
        }
        Path file = Files.write(folder.resolve("a.csv"), bytes.toByteArray());

        assertThat(FileFormat.of(file)).isEqualTo(format);
    }

    @Test
    void leavesItToTheReaderToFindDamageInACompressedFile() throws IOException {
        Path file = Files.write(folder.resolve("a.csv.gz"), new byte[] {0x1F, (byte) 0x8B, 8, 0, 0});

        assertThat(FileFormat.of(file)).isEqualTo(FileFormat.TEXT);
    }

    @Test
    void takesNoTimeForMarkupWithoutAnEnd() {
        String[] beginnings = {"<!---->", "<!--", "<?x?>", "<a", "[", "{ ", "<a ", "{\""};
        for (String beginning : beginnings) {
            byte[] head = beginning.repeat(4_096 / beginning.length()).getBytes(UTF_8);
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> FileFormat.of(head));
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatToDoWithWhatCannotBeRead(FileFormat format) {
        if (format.isContainer() || format.isTable()) {
            format.requireReadable();
        } else {
            assertThatThrownBy(format::requireReadable)
                    .isInstanceOf(RefusedFileException.class)
                    .hasMessageStartingWith("Expected a table, as text or in a workbook, but this is ")
                    .hasMessageEndingWith(".");
        }
    }
}
