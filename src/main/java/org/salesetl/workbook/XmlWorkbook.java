package org.salesetl.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.salesetl.text.PlainFile;
import org.salesetl.text.RefusedFileException;

/** Reads the XML that Excel 2003 wrote, and that many programs still write under the name of a workbook. */
final class XmlWorkbook {

    private static final int MOST_STYLES = 65_536;

    private final WorkbookXml xml;
    private final Sheets target;
    private final Map<String, String> formats = new HashMap<>();
    private String style = "";

    private XmlWorkbook(WorkbookXml xml, Sheets target) {
        this.xml = xml;
        this.target = target;
    }

    /**
     * Writes every sheet.
     *
     * @throws RefusedFileException if anything in the workbook is out of bounds or damaged
     */
    static void write(Path workbook, Sheets target) throws IOException {
        try (InputStream stream = PlainFile.open(workbook)) {
            new XmlWorkbook(new WorkbookXml(stream), target).copy();
        } catch (XMLStreamException e) {
            throw RefusedFileException.damaged(
                    "workbook (XML of Excel 2003)", "Open it in Excel, save it as .xlsx and drop that.");
        }
    }

    private void copy() throws IOException, XMLStreamException {
        while (xml.next()) {
            if (xml.begins()) {
                switch (xml.name()) {
                    case "Style" -> style = xml.attribute("ID");
                    case "NumberFormat" -> {
                        formats.put(style, xml.attribute("Format"));
                        Limits.requireAtMost(MOST_STYLES, formats.size(), "formats in a workbook");
                    }
                    case "Worksheet" -> copySheet();
                    default -> {
                        // what else the workbook says is not about its values
                    }
                }
            }
        }
    }

    private void copySheet() throws IOException, XMLStreamException {
        try (SheetWriter writer = target.begin(xml.attribute("Name"))) {
            int row = 0;
            while (xml.next() && !(xml.ends() && xml.name().equals("Worksheet"))) {
                if (xml.begins() && xml.name().equals("Row") && xml.isIn("Table")) {
                    row = xml.number("Index", row + 1);
                    Limits.requireAtMost(Limits.MOST_ROWS, row, "rows in a sheet");
                    writer.row(row, cells());
                }
            }
        }
    }

    private List<String> cells() throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        while (xml.next() && !(xml.ends() && xml.name().equals("Row"))) {
            if (xml.begins() && xml.name().equals("Cell")) {
                int column = xml.number("Index", cells.size() + 1);
                int merged = xml.number("MergeAcross", 0);
                Limits.requireAtMost(
                        Limits.MOST_COLUMNS, Math.max(column, (long) cells.size() + 1 + merged), "columns in a sheet");
                while (cells.size() < column - 1) {
                    cells.add("");
                }
                cells.add(cell());
                for (int i = 0; i < merged; i++) {
                    cells.add("");
                }
            }
        }
        return cells;
    }

    private String cell() throws XMLStreamException {
        String format = formats.get(xml.attribute("StyleID"));
        String formula = xml.attribute("Formula");
        String type = "";
        StringBuilder value = new StringBuilder();
        boolean inData = false;
        while (xml.next() && !(xml.ends() && xml.name().equals("Cell"))) {
            if (xml.begins() && xml.name().equals("Data") && xml.isIn("Cell")) {
                type = xml.attribute("Type");
                inData = true;
            } else if (xml.ends() && xml.name().equals("Data")) {
                inData = false;
            } else if (inData && !xml.begins() && !xml.ends()) {
                value.append(xml.text());
                Limits.requireAtMost(Limits.LONGEST_TEXT, value.length(), "characters in a cell");
            }
        }
        return type.isEmpty() && !formula.isEmpty()
                ? CellText.withoutResult(formula.substring(formula.startsWith("=") ? 1 : 0))
                : text(type, value.toString(), format);
    }

    private static String text(String type, String value, @Nullable String format) {
        return switch (type) {
            case "Number" -> CellText.isNumber(value) ? CellText.of(new BigDecimal(value), format, false) : value;
            case "DateTime" -> CellText.ofIso(value);
            case "Boolean" -> CellText.of(value.strip().equals("1"));
            default -> value;
        };
    }
}
