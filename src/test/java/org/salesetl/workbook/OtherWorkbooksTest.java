package org.salesetl.workbook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.salesetl.text.FileFormat;
import org.salesetl.text.RefusedFileException;

/** Old Excel workbooks, those of OpenDocument and of the XML of 2003, and web pages: as programs write them, and as no program does. */
class OtherWorkbooksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BYTES_OF_BLOCK = 512;

    @TempDir
    private Path folder;

    @Test
    void readsAnOldExcelWorkbook() throws IOException {
        assertThat(written(oldExcel())).containsExactly(Map.entry("Orders", """
                        March

                        order_id,customer_id,date,paid,total,note
                        1001,007,2025-03-31 23:59:59,TRUE,0.3,naïve
                        1234567890123,8,2025-04-01,FALSE,,#REF!
                        """));
    }

    private static byte[] oldExcel() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("Empty");
            HSSFSheet sheet = workbook.createSheet("Orders");
            sheet.createRow(0).createCell(0).setCellValue("March");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
            HSSFRow header = sheet.createRow(2);
            String[] names = {"order_id", "customer_id", "date", "paid", "total", "note"};
            for (int i = 0; i < names.length; i++) {
                header.createCell(i).setCellValue(names[i]);
            }
            CellStyle zeros = workbook.createCellStyle();
            zeros.setDataFormat(workbook.createDataFormat().getFormat("000"));
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy"));
            HSSFRow row = sheet.createRow(3);
            row.createCell(0).setCellValue(1001);
            row.createCell(1).setCellValue(7);
            row.getCell(1).setCellStyle(zeros);
            row.createCell(2).setCellValue(LocalDateTime.of(2025, 3, 31, 23, 59, 59));
            row.getCell(2).setCellStyle(date);
            row.createCell(3).setCellValue(true);
            row.createCell(4).setCellFormula("0.1+0.2");
            row.createCell(5).setCellFormula("\"na\"&\"ïve\"");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(4));
            row.getCell(5).setCellValue("naïve");
            HSSFRow next = sheet.createRow(4);
            next.createCell(0).setCellValue(1_234_567_890_123L);
            next.createCell(1).setCellValue("8");
            next.createCell(2).setCellValue(LocalDateTime.of(2025, 4, 1, 0, 0));
            next.getCell(2).setCellStyle(date);
            next.createCell(3).setCellValue(false);
            next.createCell(5).setCellErrorValue(FormulaError.REF);
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    @Test
    void neverReadsAPartOfAnOldExcelWorkbookThatIsCutOff() throws IOException {
        byte[] whole = oldExcel();

        for (int length = 8; length < whole.length; length += BYTES_OF_BLOCK) {
            byte[] begun = Arrays.copyOf(whole, length);
            try {
                // what is cut off may have been nothing but the author's name
                assertThat(written(begun)).isEqualTo(written(whole));
            } catch (RefusedFileException e) {
                assertThat(e)
                        .hasMessageContaining("damaged or was cut off. Open it in a spreadsheet, save it as .xlsx");
            }
        }
    }

    @Test
    void takesNoHarmFromOldExcelWorkbooksWithWrongBytes() throws IOException {
        byte[] whole = oldExcel();

        for (int at = BYTES_OF_BLOCK; at < whole.length; at += 37) {
            byte[] wrong = whole.clone();
            wrong[at] ^= (byte) 0xFF;
            assertTimeoutPreemptively(PATIENCE, () -> {
                try {
                    written(wrong);
                } catch (RefusedFileException e) {
                    assertThat(e).hasMessageStartingWith("Expected ");
                }
            });
        }
    }

    @Test
    void refusesOfficeFilesWithoutSheetsInWords() throws IOException {
        assertRefused(office("WordDocument"), "an old Office file without sheets");
        assertRefused(office("EncryptedPackage"), "this one needs a password");
        assertRefused(office("Book"), "a workbook of Excel 95 or older");
    }

    private static byte[] office(String part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            file.createDocument(new ByteArrayInputStream(new byte[10]), part);
            file.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    @Test
    void readsAnOpenDocumentWorkbook() throws IOException {
        assertThat(written(openDocument("""
                        <t:table t:name='Orders'><t:table-row t:number-rows-repeated='2'><t:table-cell t:number-columns-repeated='9'/></t:table-row>
                        <t:table-header-rows><t:table-row><t:table-cell o:value-type='string'><p>order_id</p></t:table-cell><t:table-cell t:number-columns-spanned='2' o:value-type='string'><p>two<s c='2'/>words</p><o:annotation><p>a comment</p></o:annotation></t:table-cell><t:covered-table-cell/><t:table-cell o:value-type='string'><p>price</p></t:table-cell></t:table-row></t:table-header-rows>
                        <t:table-row><t:table-cell o:value-type='float' o:value='7'><p>007</p></t:table-cell><t:table-cell o:value-type='date' o:date-value='2025-03-31T23:59:59'><p>31.3.</p></t:table-cell><t:table-cell o:value-type='boolean' o:boolean-value='true'><p>WAHR</p></t:table-cell><t:table-cell o:value-type='currency' o:value='19.990000000000002'><p>19,99 €</p></t:table-cell></t:table-row>
                        <t:table-row t:number-rows-repeated='2'><t:table-cell o:value-type='float' o:value='1234567890123'><p>1.23E+12</p></t:table-cell><t:table-cell t:number-columns-repeated='2' o:value-type='date' o:date-value='2025-03-31'/><t:table-cell t:formula='of:=[.A1]*2'/></t:table-row>
                        <t:table-row t:number-rows-repeated='1048570'><t:table-cell t:number-columns-repeated='16384'/></t:table-row></t:table>
                        """))).containsExactly(Map.entry("Orders", """


                        order_id,two  words,,price
                        007,2025-03-31 23:59:59,TRUE,19.99
                        1234567890123,2025-03-31,2025-03-31,=[.A1]*2
                        1234567890123,2025-03-31,2025-03-31,=[.A1]*2
                        """));
    }

    private static byte[] openDocument(String tables) throws IOException {
        return openDocument("<x xmlns:o='o' xmlns:t='t'><spreadsheet>" + tables + "</spreadsheet></x>", "");
    }

    private static byte[] openDocument(String content, String manifest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String[] part : new String[][] {
                {"mimetype", OpenDocument.TYPE}, {"content.xml", content}, {"META-INF/manifest.xml", manifest}
            }) {
                zip.putNextEntry(new ZipEntry(part[0]));
                zip.write(part[1].getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void readsTheXmlOfExcel2003() throws IOException {
        assertThat(written(xml("""
                        <Styles><Style ss:ID='s1'><NumberFormat ss:Format='000'/></Style></Styles>
                        <Worksheet ss:Name='Orders'><Table><Row><Cell ss:MergeAcross='2'><Data ss:Type='String'>Title &amp; more</Data></Cell><Cell><Data ss:Type='String'>x</Data></Cell></Row>
                        <Row ss:Index='3'><Cell ss:StyleID='s1'><Data ss:Type='Number'>7</Data></Cell><Cell ss:Index='3'><Data ss:Type='DateTime'>2025-03-31T00:00:00.000</Data><Comment><Data>no</Data></Comment></Cell><Cell><Data ss:Type='Boolean'>1</Data></Cell><Cell><Data ss:Type='Error'>#N/A</Data></Cell><Cell ss:Formula='=RC[-1]'/></Row></Table></Worksheet>
                        """, UTF_8))).containsExactly(Map.entry("Orders", """
                        Title & more,,,x

                        007,,2025-03-31,TRUE,#N/A,=RC[-1]
                        """));
        assertThat(written(xml(
                        "<Worksheet ss:Name='ü'><Table><Row><Cell><Data ss:Type='String'>é</Data></Cell></Row></Table></Worksheet>",
                        UTF_16)))
                .containsExactly(Map.entry("ü", "é\n"));
    }

    private static byte[] xml(String content, Charset charset) {
        return ("<?xml version='1.0' encoding='" + charset
                        + "'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'"
                        + " xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'>" + content + "</Workbook>")
                .getBytes(charset);
    }

    @Test
    void readsTheTablesOfAWebPage() throws IOException {
        assertThat(written(page("""
                        <style>td {color: red}</style><p>Report</p><table><tr><td>Shop<br>24</td><td>
                        <table><thead><tr><th>order&nbsp;id<th>date<th colspan=2>price<th>note</thead>
                        <tr><td rowspan=2>1</td><td>2025-03-31</td><td>12.50</td><td>€</td><td>a &amp; b &eacute;</td></tr>
                        <tr><td>2025-04-01</td><td>3</td><td></td><td>x<!-- no --><script>no</script></td></tr>
                        <tr><td>2<td>2025-04-02</table>after</td></tr></table><table><tr><td>next</table>""")))
                .containsExactly(
                        Map.entry("Table 1", """
                                order id,date,price,,note
                                1,2025-03-31,12.50,€,a & b é
                                ,2025-04-01,3,,x
                                2,2025-04-02,,,
                                """),
                        Map.entry("Table 2", "Shop 24,after\n"),
                        Map.entry("Table 3", "next\n"));
    }

    @Test
    void readsAWebPageInTheEncodingThatItsBytesTell() throws IOException {
        String page = "<html><meta charset=%s><table><tr><td>%s</table>";

        assertThat(written(page.formatted("iso-8859-1", "Zoë").getBytes(UTF_8)).values())
                .containsExactly("Zoë\n");
        assertThat(written(page.formatted("utf-8", "Zoë").getBytes(ISO_8859_1)).values())
                .containsExactly("Zoë\n");
        assertThat(written(page.formatted("windows-1251", "Зоя").getBytes(Charset.forName("windows-1251")))
                        .values())
                .containsExactly("Зоя\n");
    }

    private static byte[] page(String content) {
        return ("<html><body>" + content + "</body></html>").getBytes(UTF_8);
    }

    static Stream<Arguments> outOfBounds() throws IOException {
        String cell = "<t:table-cell o:value-type='string'><p>x</p></t:table-cell>";
        return Stream.of(
                Arguments.of(
                        "rows in a sheet",
                        openDocument("<t:table><t:table-row t:number-rows-repeated='999999999'>" + cell
                                + "</t:table-row></t:table>")),
                Arguments.of(
                        "columns in a sheet",
                        openDocument("<t:table><t:table-row><t:table-cell t:number-columns-repeated='999999999999'/>"
                                + cell + "</t:table-row></t:table>")),
                Arguments.of(
                        "times its size",
                        openDocument("<t:table><t:table-row t:number-rows-repeated='1000000'>"
                                + cell.replace("x", "x".repeat(1_000)) + "</t:table-row></t:table>")),
                Arguments.of(
                        "characters in a cell",
                        openDocument("<t:table><t:table-row>" + cell.replace("x", "<s c='999999999'/>")
                                + "</t:table-row></t:table>")),
                Arguments.of("inside one another", openDocument("<a>".repeat(300) + "</a>".repeat(300))),
                Arguments.of("in one", openDocument("<!--" + "x".repeat(3_000_000) + "-->")),
                Arguments.of(
                        "in one",
                        openDocument("<a b='" + "<![CDATA[".replace("<", "") + "x".repeat(3_000_000) + "'/>")),
                Arguments.of(
                        "definitions",
                        openDocument("<!DOCTYPE x [<!ENTITY a 'b'>]><x><spreadsheet>&a;</spreadsheet></x>", "")),
                Arguments.of("needs a password", openDocument("garbage", "<manifest:encryption-data>")),
                Arguments.of("damaged", openDocument("<t:table", "")),
                Arguments.of(
                        "rows in a sheet",
                        xml("<Worksheet><Table><Row ss:Index='2000000'/></Table></Worksheet>", UTF_8)),
                Arguments.of(
                        "columns in a sheet",
                        xml("<Worksheet><Table><Row><Cell ss:Index='99999999999'/></Row></Table></Worksheet>", UTF_8)),
                Arguments.of(
                        "columns in a sheet",
                        xml(
                                "<Worksheet><Table><Row><Cell ss:MergeAcross='2000000000'/></Row></Table></Worksheet>",
                                UTF_8)),
                Arguments.of(
                        "in their order",
                        xml(
                                "<Worksheet><Table>" + "<Row ss:Index='5'><Cell><Data>x</Data></Cell></Row>".repeat(2)
                                        + "</Table></Worksheet>",
                                UTF_8)),
                Arguments.of("columns in a sheet", page("<table><tr><td colspan=99999>x<td>y</table>")),
                Arguments.of("columns in a sheet", page("<table><tr>" + "<td>x".repeat(20_000) + "</table>")),
                Arguments.of("characters in a cell", page("<table><tr><td>" + "x".repeat(40_000) + "</table>")),
                Arguments.of(
                        "inside one another",
                        page("<table><tr><td>y</tr><tr><td>".repeat(20) + "<table><tr><td>x</table>")),
                Arguments.of("in one", page("<table><tr><td>" + "<i></i>".repeat(1_000_000))),
                Arguments.of("in one", page("<p title='" + "x".repeat(3_000_000) + "'>")),
                Arguments.of(
                        "characters in a row",
                        page("<table><tr>" + ("<td><table><tr><td>x</table>" + "y".repeat(30_000)).repeat(200))),
                Arguments.of("too many sheets", page("<table><tr><td>x</table>".repeat(1_001))));
    }

    @ParameterizedTest
    @MethodSource("outOfBounds")
    void refusesWhatNoProgramWrites(String message, byte[] bytes) {
        assertTimeoutPreemptively(PATIENCE, () -> assertRefused(bytes, message));
    }

    @Test
    void readsAMillionElementsBesideTheTableOfAPage() {
        assertTimeoutPreemptively(
                PATIENCE,
                () -> assertThat(written(page("<b>x</b><p>y<br>".repeat(200_000) + "<table>a<tr><td>1</td></tr>"
                                + "b<tr></tr>".repeat(200_000) + "</table>")))
                        .containsExactly(Map.entry("Table 1", "1\n")));
    }

    private void assertRefused(byte[] bytes, String message) {
        assertThatThrownBy(() -> written(bytes))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining(message);
    }

    /** The text of each sheet, by name. */
    private Map<String, String> written(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("book"), bytes);
        Map<String, String> texts = new LinkedHashMap<>();
        for (Sheet sheet : Workbooks.write(file, FileFormat.of(file), folder, new CountedNames())) {
            texts.put(
                    sheet.name(),
                    Files.readString(sheet.file()).replace("\r\n", "\n").replace("\"", ""));
        }
        return texts;
    }
}
