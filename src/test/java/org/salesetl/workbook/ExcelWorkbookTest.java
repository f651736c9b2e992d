package org.salesetl.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.text.FileFormat;
import org.salesetl.text.RefusedFileException;

/** Workbooks that no spreadsheet has written cost neither time nor disk nor memory. */
class ExcelWorkbookTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String SHARED = "xl/sharedStrings.xml";
    private static final String STYLES = "xl/styles.xml";

    private Path folder;
    private final Map<String, String> parts = new LinkedHashMap<>();
    private Charset encoding = UTF_8;

    @BeforeEach
    void beginWorkbook(@TempDir Path folder) {
        this.folder = folder;
        styles("General");
        parts.put(
                "[Content_Types].xml",
                "<Types><Override PartName='/xl/workbook.xml' ContentType='"
                        + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>"
                        + "<Override PartName='/xl/sharedStrings.xml' ContentType='"
                        + "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml'/>"
                        + "<Override PartName='/xl/styles.xml' ContentType='"
                        + "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'/></Types>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                        + "<sheets><sheet name='S' sheetId='1' r:id='rId1'/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>");
    }

    @Test
    void writesRowsWhereTheyAre() throws IOException {
        sheet("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1'><v>1.50</v></c></row>"
                + "<row r='3'><c r='A3' s='1'><v>45688</v></c>\n  <c r='B3' t='str'><f>1+1</f><v>2</v></c></row>");
        parts.put(SHARED, "<sst><si><t>name</t></si></sst>");
        styles("dd/mm/yyyy");

        assertThat(written()).isEqualTo("name,,1.5\n\n2025-01-31,2,\n");
    }

    @Test
    void mindsNothingThatIsNotRead() throws IOException {
        sheet("<row r='1'><c r='A1'><v>1</v></c></row>");
        parts.put(
                "xl/externalLinks/externalLink1.xml",
                "<externalLink><sheetData><row r='1'><cell r='A1' t='str'><v>" + "x".repeat(200)
                        + "</v></cell></row></sheetData></externalLink>");
        parts.put("xl/media/image1.png", "\u0089PNG\r\n" + "x".repeat(2_000_000));

        assertThat(written()).isEqualTo("1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+900000000", "-1E+900000000", "1E-900000000", "1E+999"})
    void leavesANumberThatNoSpreadsheetHasAsItIs(String number) throws IOException {
        styles("dd/mm/yyyy");
        sheet("<row r='1'><c r='A1'><v>" + number + "</v></c><c r='B1' s='1'><v>" + number
                + "</v></c><c r='C1' t='str'><f>A1</f><v>" + number + "</v></c></row>");

        assertThat(written()).isEqualToIgnoringCase(number + "," + number + "," + number + "\n");
    }

    static Stream<Arguments> sheetsOutOfBounds() {
        String cell = "<c r='A1'><v>1</v></c>";
        return Stream.of(
                outOf("rows in a sheet", "<row r='400000000'>" + cell + "</row>"),
                outOf("rows in a sheet", "<row r='99999999999999999999'>" + cell + "</row>"),
                outOf("rows in a sheet", "<row r='1'><c r='A4000000'><v>1</v></c></row>"),
                outOf("columns in a sheet", "<row r='2'><c r='ZZZZZZ2'><v>1</v></c></row>"),
                outOf("sheetData inside another", "<row><sheetData/><c r='ZZZZZZ3'><v>1</v></c></row>"),
                outOf("row inside another", "<row><row/><c r='A3'><v>1</v></c></row>"),
                outOf("c inside another", "<row><c><c/><v>" + "9".repeat(100_000) + "</v></c></row>"),
                outOf("v inside another", "<row><c><v><v/>" + "9".repeat(100_000) + "</v></c></row>"),
                outOf(
                        "value inside another",
                        "<row><c t='inlineStr'><is><v/><t>" + "x".repeat(100_000) + "</t></is></c></row>"),
                outOf("columns in a sheet", "<row r='2'><c r='XFE2'><v>1</v></c></row>"),
                outOf("columns in a sheet", "<row>" + "<c><v>1</v></c>".repeat(16_385) + "</row>"),
                outOf("rows in a sheet", "<row/>".repeat(1_048_577)),
                outOf("characters in a number", "<row><c><v>" + "9".repeat(255_000) + "</v></c></row>"),
                outOf("characters in a number", "<row><c><v>" + "9<!-- -->".repeat(255_000) + "</v></c></row>"),
                outOf(
                        "characters in a cell",
                        "<row><c t='inlineStr'><is><t>" + "x".repeat(40_000) + "</t></is></c></row>"),
                outOf(
                        "characters in a cell",
                        "<row><c t='inlineStr'><is><t>" + "x".repeat(40_000_000) + "</t></is></c></row>"),
                outOf("characters in a formula", "<row><c><f>" + "A1+".repeat(3_000) + "1</f></c></row>"),
                outOf("CDATA", "<row><c t='inlineStr'><is><t><![CDATA[x]]></t></is></c></row>"),
                outOf("inside one another", "<a>".repeat(300) + "</a>".repeat(300)),
                outOf(
                        "long formulas",
                        "<row><c><f t='shared' ref='A1:A2' si='0'>" + "A1+".repeat(2_700) + "1</f></c></row>"
                                + "<row><c><f t='shared' si='0'/></c></row>".repeat(1_000)),
                outOf("times its size", ("<row>" + "<c r='XFD1'><v>1</v></c></row>").repeat(40_000)));
    }

    private static Arguments outOf(String message, String rows) {
        return Arguments.of(message, Named.of(rows.substring(0, Math.min(40, rows.length())), rows));
    }

    @ParameterizedTest
    @MethodSource("sheetsOutOfBounds")
    void refusesWhatNoSpreadsheetHas(String message, String rows) {
        sheet(rows);

        assertRefused(message);
    }

    @Test
    void refusesMoreSharedTextThanMemoryHolds() {
        sheet("<row><c t='s'><v>1</v></c></row>");
        parts.put(SHARED, "<sst>" + "<si/>".repeat((int) (Runtime.getRuntime().maxMemory() / 2 / 64)) + "</sst>");

        assertRefused("MiB of memory");
    }

    @Test
    void countsWhatIsInflatedAndNotWhatTheDirectoryDeclares() throws IOException {
        sheet("<row><c t='s'><v>0</v></c></row>");
        parts.put(SHARED, "<sst><si><t>a</t></si>" + "<!-- nothing -->".repeat(5_000_000) + "</sst>");

        Path workbook = forged(workbook());

        assertTimeoutPreemptively(
                PATIENCE,
                () -> assertThatThrownBy(() -> write(workbook))
                        .isInstanceOf(RefusedFileException.class)
                        .hasMessageContaining("times its size"));
    }

    @Test
    void refusesMoreSheetsThanFilesAreAllowed() {
        sheet("<row><c><v>1</v></c></row>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>"
                        + "<sheet name='S' sheetId='1' r:id='rId1'/>".repeat(CountedNames.MOST + 1)
                        + "</sheets></workbook>");

        assertRefused("too many sheets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<v>x</v>", "<v>-1</v>", "<v>99999999999</v>"})
    void refusesReferencesToNothingAsDamage(String value) {
        parts.put(SHARED, "<sst><si><t>a</t></si></sst>");
        sheet("<row><c t='s'>" + value + "</c></row>");

        assertRefused("damaged");
    }

    @Test
    void takesNoTimeForALongFormat() throws IOException {
        styles("[".repeat(300_000));
        sheet("<row><c s='1'><v>45688</v></c></row>".repeat(1000));

        assertTimeoutPreemptively(PATIENCE, () -> assertThat(written()).startsWith("45688\n45688\n"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "yyyy-mm-dd, true",
                "[$-409]d\\-mmm, true",
                "mmm, true",
                "mm:ss, false",
                "[Red]0.00, false",
                "0\\d, false",
                "0\"days\", false",
                "[h]:mm, false",
                "[d, true",
                "General, false",
            })
    void tellsDatesByTheirFormat(String format, boolean date) {
        assertThat(CellText.isDate(format)).isEqualTo(date);
    }

    @Test
    void refusesAnEncodingInWhichMarkupCanHide() {
        encoding = StandardCharsets.UTF_16;
        sheet("<row><c x='" + "\u3C3C".repeat(2_000_000) + "'><v>1</v></c></row>");

        assertRefused("Expected a workbook in UTF-8");
    }

    private void assertRefused(String message) {
        assertTimeoutPreemptively(PATIENCE, () -> {
            Path workbook = workbook();
            assertThatThrownBy(() -> write(workbook))
                    .isInstanceOf(RefusedFileException.class)
                    .hasMessageContaining(message);
        });
        assertThat(folder.toFile().listFiles()).allMatch(file -> file.length() < 70 << 20);
    }

    private String written() throws IOException {
        List<Sheet> sheets = write(workbook());
        assertThat(sheets).hasSize(1);
        return Files.readString(sheets.get(0).file()).replace("\r\n", "\n");
    }

    private List<Sheet> write(Path workbook) throws IOException {
        return Workbooks.write(workbook, FileFormat.ZIP, folder, new CountedNames());
    }

    private void sheet(String rows) {
        parts.put(SHEET, "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    private void styles(String format) {
        parts.put(
                STYLES,
                "<styleSheet><numFmts><numFmt numFmtId='200' formatCode='" + format
                        + "'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='200'/></cellXfs></styleSheet>");
    }

    private Path workbook() throws IOException {
        Path workbook = folder.resolve("book.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(workbook))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(part.getKey().equals(SHEET) ? encoding : UTF_8));
            }
        }
        return workbook;
    }

    @Test
    void refusesAWorkbookWhoseTextIsDamaged() throws IOException {
        String digits = new Random(1)
                .ints(30_000, '0', '9')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        sheet("<row r='1'><c r='A1' t='str'><v>" + digits + "</v></c></row>");
        Path workbook = workbook();
        byte[] bytes = Files.readAllBytes(workbook);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 100, (byte) 0xFF);
        Files.write(workbook, bytes);

        assertThatThrownBy(() -> write(workbook))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void refusesAWorkbookWhosePartsReachIntoItsDirectory() throws IOException {
        sheet("<row r='1'><c r='A1'><v>1</v></c></row>");
        Path workbook = workbook();
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(workbook)).order(ByteOrder.LITTLE_ENDIAN);
        int directory = bytes.getInt(bytes.limit() - 6);
        bytes.putInt(directory + 20, directory);
        Files.write(workbook, bytes.array());

        assertThatThrownBy(() -> write(workbook))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("damaged");
    }

    /** Declares each part in the directory as 1,000 bytes long. */
    private static Path forged(Path workbook) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(workbook)).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.limit() - 22;
        int at = bytes.getInt(end + 16);
        for (int entry = 0; entry < bytes.getShort(end + 10); entry++) {
            bytes.putInt(at + 24, 1000);
            at += 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        return Files.write(workbook, bytes.array());
    }
}
