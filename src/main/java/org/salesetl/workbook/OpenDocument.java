package org.salesetl.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.salesetl.text.BoundedExpansion;
import org.salesetl.text.RefusedFileException;

/** Reads a workbook of LibreOffice and other programs that write OpenDocument ({@code .ods}). */
final class OpenDocument {

    /** What the file says first. */
    static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    private static final String CONTENT = "content.xml";
    private static final String MANIFEST = "META-INF/manifest.xml";
    private static final int MANIFEST_BYTES = 1 << 16;

    private final WorkbookXml xml;
    private final Sheets target;

    private OpenDocument(WorkbookXml xml, Sheets target) {
        this.xml = xml;
        this.target = target;
    }

    /**
     * Writes every sheet.
     *
     * @throws RefusedFileException if anything in the workbook is out of bounds or damaged, or needs a password
     */
    static void write(Path workbook, Sheets target) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            ZipEntry content = zip.getEntry(CONTENT);
            if (content == null) {
                throw damaged();
            }
            requireNoPassword(zip);
            BoundedExpansion expansion = new BoundedExpansion(Files.size(workbook));
            try (InputStream stream = expansion.of(zip.getInputStream(content))) {
                new OpenDocument(new WorkbookXml(stream), target).copy();
            }
        } catch (XMLStreamException e) {
            throw damaged();
        }
    }

    private static RefusedFileException damaged() {
        return RefusedFileException.damaged(
                "OpenDocument workbook", "Open it in a spreadsheet, save it again and drop that.");
    }

    private static void requireNoPassword(ZipFile zip) throws IOException {
        ZipEntry manifest = zip.getEntry(MANIFEST);
        if (manifest != null) {
            try (InputStream stream = zip.getInputStream(manifest)) {
                if (new String(stream.readNBytes(MANIFEST_BYTES), UTF_8).contains("encryption-data")) {
                    throw Workbooks.locked();
                }
            }
        }
    }

    private void copy() throws IOException, XMLStreamException {
        while (xml.next()) {
            // there are more tables, in which the file keeps earlier states and values of other files
            if (xml.begins() && xml.name().equals("table") && xml.isIn("spreadsheet")) {
                copySheet();
            }
        }
    }

    private void copySheet() throws IOException, XMLStreamException {
        try (SheetWriter writer = target.begin(xml.attribute("name"))) {
            long row = 1;
            while (xml.next() && !(xml.ends() && xml.name().equals("table") && xml.isIn("spreadsheet"))) {
                if (xml.begins() && xml.name().equals("table-row")) {
                    int times = xml.number("number-rows-repeated", 1);
                    List<String> cells = cells();
                    // the rest of a sheet is one row that is repeated a million times
                    for (int i = 0; i < times && !cells.isEmpty(); i++) {
                        writer.row((int) Math.min(row + i, Integer.MAX_VALUE), cells);
                    }
                    row += times;
                }
            }
        }
    }

    /** The cells of a row up to the last one with a value. */
    private List<String> cells() throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        long blank = 0;
        while (xml.next() && !(xml.ends() && xml.name().equals("table-row"))) {
            if (xml.begins() && (xml.name().equals("table-cell") || xml.name().equals("covered-table-cell"))) {
                boolean covered = xml.name().equals("covered-table-cell");
                int times = xml.number("number-columns-repeated", 1);
                String cell = cell(xml.name());
                if (covered || cell.isEmpty()) {
                    blank += times;
                } else {
                    Limits.requireAtMost(Limits.MOST_COLUMNS, cells.size() + blank + times, "columns in a sheet");
                    cells.addAll(Collections.nCopies((int) blank, ""));
                    cells.addAll(Collections.nCopies(times, cell));
                    blank = 0;
                }
            }
        }
        return cells;
    }

    private String cell(String element) throws XMLStreamException {
        String type = xml.attribute("value-type");
        String value = xml.attribute("value");
        String date = xml.attribute("date-value");
        String truth = xml.attribute("boolean-value");
        String formula = xml.attribute("formula");
        String shown = shown(element);
        return switch (type) {
            case "float", "currency", "percentage" -> number(value, shown);
            case "date" -> CellText.ofIso(date);
            case "boolean" -> CellText.of(truth.equals("true"));
            case "" ->
                shown.isEmpty() && !formula.isEmpty()
                        ? CellText.withoutResult(formula.replaceFirst("^\\w*:?=", ""))
                        : shown;
            default -> shown;
        };
    }

    /** The number; as it is shown, if that only adds zeros in front: they belong to what people take for an id. */
    private static String number(String value, String shown) {
        if (!CellText.isNumber(value)) {
            return value;
        }
        String number = CellText.of(new BigDecimal(value), null, false);
        boolean padded =
                shown.startsWith("0") && shown.length() > 1 && shown.chars().allMatch(Character::isDigit);
        return padded && shown.endsWith(number) ? shown : number;
    }

    /** What the cell shows: its paragraphs without the comments on it. */
    private String shown(String element) throws XMLStreamException {
        StringBuilder shown = new StringBuilder();
        int depth = 0;
        int paragraph = 0;
        int comment = 0;
        while (xml.next() && !(depth == 0 && xml.ends() && xml.name().equals(element))) {
            boolean counts = comment == 0 && paragraph > 0;
            if (xml.begins()) {
                depth++;
                switch (xml.name()) {
                    case "annotation" -> comment = comment == 0 ? depth : comment;
                    case "p" -> {
                        shown.append(shown.isEmpty() || comment > 0 ? "" : " ");
                        paragraph = paragraph == 0 ? depth : paragraph;
                    }
                    case "s" ->
                        shown.append(counts ? " ".repeat(Math.min(xml.number("c", 1), Limits.LONGEST_TEXT + 1)) : "");
                    case "tab", "line-break" -> shown.append(counts ? " " : "");
                    default -> {
                        // other elements only say how the text looks
                    }
                }
            } else if (xml.ends()) {
                comment = comment == depth ? 0 : comment;
                paragraph = paragraph == depth ? 0 : paragraph;
                depth--;
            } else if (counts) {
                shown.append(xml.text());
            }
            Limits.requireAtMost(Limits.LONGEST_TEXT, shown.length(), "characters in a cell");
        }
        return shown.toString();
    }
}
