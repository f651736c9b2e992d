package org.salesetl.workbook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.salesetl.text.FileFormat;
import org.salesetl.text.RefusedFileException;

/** Takes workbooks of all makes apart. */
public final class Workbooks {

    private static final String EXPORT = "Export its table as CSV or Excel (.xlsx) and drop that.";
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
    private static final int TYPE_BYTES = 100;

    private Workbooks() {}

    /**
     * Writes each sheet of a workbook, or each table of a web page, as a CSV file.
     *
     * @param format what the file is; a container and, if it is a ZIP file, a workbook
     * @param folder where the CSV files go
     * @param fileNames makes the name of a file out of that of a sheet; throws if there are too many
     * @return the sheets that hold values, in their order
     * @throws RefusedFileException if anything in the workbook is out of bounds or damaged, or if it needs a password
     */
    public static List<Sheet> write(Path workbook, FileFormat format, Path folder, UnaryOperator<String> fileNames)
            throws IOException {
        Sheets sheets = new Sheets(workbook, folder, fileNames);
        switch (format) {
            case OLE2 -> OldExcelWorkbook.write(workbook, sheets);
            case HTML -> WebPage.write(workbook, sheets);
            case SPREADSHEET_XML -> XmlWorkbook.write(workbook, sheets);
            case ZIP -> writeZipped(workbook, sheets);
            default -> throw new IllegalArgumentException(format + " is no workbook");
        }
        return sheets.written();
    }

    private static void writeZipped(Path workbook, Sheets sheets) throws IOException {
        try {
            if (isOpenDocument(workbook)) {
                OpenDocument.write(workbook, sheets);
            } else {
                ExcelWorkbook.write(workbook, sheets);
            }
        } catch (ZipException | EOFException e) {
            throw damagedZip();
        }
    }

    /**
     * Whether a ZIP file is a workbook.
     *
     * @throws RefusedFileException if it is damaged, or a document or workbook of a kind that cannot be read
     */
    public static boolean isWorkbook(Path zip) throws IOException {
        // the names of the parts of documents are plain ASCII, and other names do not matter here
        try (ZipFile file = new ZipFile(zip.toFile(), ISO_8859_1)) {
            if (file.getEntry("xl/workbook.bin") != null) {
                throw RefusedFileException.noTable(
                        "a binary Excel workbook (.xlsb)", "Open it in Excel, save it as .xlsx and drop that.");
            } else if (file.getEntry("word/document.xml") != null) {
                throw RefusedFileException.noTable("a document of Word", EXPORT);
            } else if (file.getEntry("ppt/presentation.xml") != null) {
                throw RefusedFileException.noTable("a presentation of PowerPoint", EXPORT);
            } else if (holds(file, "Index/", ".iwa") || file.getEntry("Index.zip") != null) {
                throw RefusedFileException.noTable("a document of Apple Numbers, Pages or Keynote", EXPORT);
            }
            String type = openDocumentType(file);
            if (type.startsWith(OPEN_DOCUMENT) && !type.startsWith(OpenDocument.TYPE)) {
                throw RefusedFileException.noTable("an OpenDocument file without sheets", EXPORT);
            }
            return !type.isEmpty() || file.getEntry("[Content_Types].xml") != null;
        } catch (ZipException | EOFException e) {
            throw damagedZip();
        }
    }

    private static boolean holds(ZipFile file, String folder, String ending) {
        return file.stream()
                .anyMatch(entry ->
                        entry.getName().startsWith(folder) && entry.getName().endsWith(ending));
    }

    private static boolean isOpenDocument(Path workbook) throws IOException {
        try (ZipFile file = new ZipFile(workbook.toFile(), ISO_8859_1)) {
            return !openDocumentType(file).isEmpty();
        }
    }

    /** What a document of LibreOffice and the like says it is; empty if the file is no such document. */
    private static String openDocumentType(ZipFile file) throws IOException {
        ZipEntry type = file.getEntry("mimetype");
        if (type == null) {
            return "";
        }
        try (InputStream stream = file.getInputStream(type)) {
            String text = new String(stream.readNBytes(TYPE_BYTES), UTF_8);
            return text.startsWith(OPEN_DOCUMENT) ? text : "";
        }
    }

    /** The refusal of a ZIP file or a workbook that cannot be opened. */
    public static RefusedFileException damagedZip() {
        return RefusedFileException.damaged(
                "ZIP file or workbook", "Make it again, or copy it again from where it came from, and drop it again.");
    }

    /** The refusal of a workbook that needs a password. */
    static RefusedFileException locked() {
        return new RefusedFileException(
                "Expected a workbook that can be opened without a password but this one needs a password."
                        + " Open it in a spreadsheet, save it without a password and drop that.");
    }
}
