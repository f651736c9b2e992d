package org.salesetl.fuzz;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/**
 * What the fuzzer begins with: small files of real sources, and of what each reader has to know. {@code fuzz.seeds} names a folder with
 * more files.
 */
final class Seeds {

    private static final int MOST_BYTES = 8_000;
    private static final String TEXT = "csv|txt|tsv";

    private Seeds() {}

    /** Files with tables as text. */
    static Stream<byte[]> tables() {
        return Stream.of(
                        files(Path.of("src/test/resources/sources"), TEXT),
                        more(TEXT),
                        Stream.of(
                                        "customer_id,name,city\nC1,\"Ann \"\"A\"\" Lee\",Paris\n\"C2\",Bo,\n",
                                        "order_id;customer_id;product_id;order_date;quantity;price\nO1;C1;P1;31.12.2024;1;1.060,22\n",
                                        "sep=;\nsku\tprice\nP1\t(12.00)\n",
                                        "date,currency,rate\n2025-01-31,USD,1.0123\n",
                                        "customer_id,name,_line,_reason,_row\nC1,'=1+1,3,duplicate_id,7\n",
                                        "Report\n\norder_id,customer_id,product_id,order_date,quantity\nO1,C1,P1,03/04/2024,\"2\nTotal,,,,2\n")
                                .map(text -> text.getBytes(UTF_8)),
                        Stream.of("\uFEFFcustomer_id,name\nC1,Łódź\n".getBytes(UTF_16LE)))
                .flatMap(seeds -> seeds);
    }

    /** Workbooks, web pages and ZIP files. */
    static Stream<byte[]> containers() {
        return Stream.concat(
                more("xlsx|xls|ods|zip|gz|html?"),
                Stream.of(
                        excel(),
                        oldExcel(),
                        zip(Map.of(
                                "a.csv", "customer_id\nC1\n",
                                "../b.csv", "customer_id\nC2\n",
                                "C:\\c.csv", "customer_id\nC3\n",
                                "d/e.csv", "customer_id\nC4\n")),
                        gzip(),
                        "<html><table><tr><th>sku</th><th>price</th></tr><tr><td>P1</td><td>1.50</td></tr></table></html>"
                                .getBytes(UTF_8)));
    }

    private static Stream<byte[]> files(Path folder, String endings) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(" + endings + ")"))
                    .filter(file -> !file.endsWith("expected.csv"))
                    .sorted()
                    .map(Seeds::read)
                    .filter(bytes -> bytes.length <= MOST_BYTES)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<byte[]> more(String endings) {
        String folder = System.getProperty("fuzz.seeds");
        return folder == null ? Stream.of() : files(Path.of(folder), endings);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] oldExcel() {
        return bytes(out -> {
            try (HSSFWorkbook workbook = new HSSFWorkbook()) {
                Sheet sheet = workbook.createSheet("Sales");
                Row header = sheet.createRow(0);
                header.createCell(0).setCellValue("sku");
                header.createCell(1).setCellValue("price");
                Row row = sheet.createRow(1);
                row.createCell(0).setCellValue("P1");
                row.createCell(1).setCellValue(1.5);
                workbook.write(out);
            }
        });
    }

    private static byte[] excel() {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return zip(Map.of(
                "_rels/.rels",
                "<Relationships xmlns='" + relations + "'><Relationship Id='r1' Type='" + office
                        + "/officeDocument' Target='xl/workbook.xml'/></Relationships>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='" + relations + "'><Relationship Id='r1' Type='" + office
                        + "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>",
                "xl/workbook.xml",
                "<workbook xmlns='" + main + "' xmlns:r='" + office
                        + "'><sheets><sheet name='Sales' sheetId='1' r:id='r1'/></sheets></workbook>",
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns='" + main + "'><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>sku</t></is></c>"
                        + "<c r='B1' t='inlineStr'><is><t>price</t></is></c></row><row r='2'><c r='A2' t='inlineStr'>"
                        + "<is><t>P1</t></is></c><c r='B2'><v>1.5</v></c></row></sheetData></worksheet>"));
    }

    private static byte[] zip(Map<String, String> entries) {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue().getBytes(UTF_8));
                }
            }
        });
    }

    private static byte[] gzip() {
        return bytes(out -> {
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write("customer_id\nC1\n".getBytes(UTF_8));
            }
        });
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
