package org.salesetl.workbook;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.salesetl.text.BoundedExpansion;
import org.salesetl.text.RefusedFileException;
import org.salesetl.text.Text;

/**
 * Reads a whole workbook before it is opened, and makes sure that it holds no more than spreadsheets allow, and no more than
 * memory and time allow. The reader of workbooks believes what a workbook says: it pads up to a row numbered 400,000,000, or up
 * to a cell in column ZZZZZZ; a number with a million digits takes it minutes, and it holds the text that cells share in memory.
 *
 * <p>This check uses the same libraries as the reader, so that both see the same.
 */
final class ExcelBounds {

    private static final int MOST_PARTS = 10_000;
    private static final int MOST_DEPTH = 256;
    private static final int LONGEST_FORMULA = 8_192;

    /** A number in a spreadsheet has 17 digits. */
    private static final int LONGEST_NUMBER = 64;

    /** In bytes, if every character is as long as XML can write it. */
    private static final int LONGEST_MARKUP = 1 << 20;

    /**
     * The reader moves shared formulas from cell to cell character by character, and copies the whole formula each time. This
     * bound allows some seconds of that work.
     */
    private static final long MOST_FORMULA_WORK = 20_000_000_000L;

    /** Elements that the reader keeps in memory. Each takes about {@link #BYTES_OF_KEPT} besides its text. */
    private static final Set<String> KEPT = Set.of("si", "xf", "numFmt", "sheet", "Relationship", "Override");

    private static final int BYTES_OF_KEPT = 64;

    /**
     * Elements that a spreadsheet never nests inside the same element. With nesting, the reader could see something else than
     * this check.
     */
    private static final Set<String> NEVER_NESTED = Set.of("sheetData", "row", "c", "v", "is", "f", "si");

    /** In these encodings every character of markup is one byte, and the same byte. */
    private static final Set<String> ENCODINGS = Set.of("UTF-8", "US-ASCII", "ISO-8859-1");

    /** Cells of these types hold text, or the number of a shared text. */
    private static final Set<String> TEXTS = Set.of("s", "str", "inlineStr");

    private static final XMLInputFactory XML = xml();

    private final long mostMemory = Runtime.getRuntime().maxMemory() / 2;
    private long memory;
    private long formulaWork;
    private boolean lacksResults;
    private boolean from1904;

    private ExcelBounds() {}

    private static XMLInputFactory xml() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * Makes sure that a workbook is within the bounds, and notes what its reader does not tell.
     *
     * @throws RefusedFileException if it is not
     */
    static ExcelBounds require(Path workbook) throws IOException {
        requireFewParts(workbook);
        ExcelBounds bounds = new ExcelBounds();
        BoundedExpansion expansion = new BoundedExpansion(Files.size(workbook));
        try (ZipFile zip = opened(workbook)) {
            Enumeration<ZipArchiveEntry> parts = zip.getEntries();
            while (parts.hasMoreElements()) {
                try (InputStream part = expansion.of(zip.getInputStream(parts.nextElement()))) {
                    bounds.look(part);
                }
            }
        }
        return bounds;
    }

    private static ZipFile opened(Path workbook) throws IOException {
        try {
            return ZipFile.builder().setPath(workbook).get();
        } catch (IOException e) {
            // the file has been read before: its directory contradicts itself
            throw Workbooks.damagedZip();
        }
    }

    /**
     * Whether the program that wrote the workbook has not calculated its formulas. Other programs calculate all of them: there, a
     * formula whose result is empty has an empty text for a result.
     */
    boolean lacksResults() {
        return lacksResults;
    }

    /** Whether the days of dates are counted from 1904 and not from 1900. */
    boolean isFrom1904() {
        return from1904;
    }

    /** Runs before the other reader makes an object for each part. */
    private static void requireFewParts(Path workbook) throws IOException {
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(workbook.toFile())) {
            Limits.requireAtMost(MOST_PARTS, zip.size(), "parts in the workbook");
        }
    }

    private void look(InputStream part) throws IOException {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(new ShortMarkup(part));
            requireBytewise(xml.getEncoding());
            new Part(xml).look();
        } catch (XMLStreamException | UncheckedStreamException e) {
            // the part is a picture, or damaged, which shows when the workbook is opened
        }
        part.transferTo(OutputStream.nullOutputStream());
    }

    private static void requireBytewise(@Nullable String encoding) {
        if (encoding != null && !ENCODINGS.contains(encoding.toUpperCase(Locale.ROOT))) {
            throw new RefusedFileException("Expected a workbook in UTF-8, as spreadsheets write it, but found "
                    + Text.visible(encoding) + ". Save its sheets as CSV and drop those.");
        }
    }

    private void keep(long bytes) {
        memory += bytes;
        Limits.requireFits(memory, mostMemory);
    }

    private void work(long steps) {
        formulaWork += steps;
        if (formulaWork > MOST_FORMULA_WORK) {
            throw new RefusedFileException("Expected a workbook with few long formulas but found more than can be read"
                    + " in a minute. Save its sheets as CSV and drop those.");
        }
    }

    /** One part of the workbook: a sheet, the text that cells share, or another part. */
    private final class Part {

        private final XMLStreamReader xml;

        /** The lengths of shared formulas, by their numbers. */
        private final Map<String, Integer> sharedFormulas = new HashMap<>();

        private final Set<String> open = new HashSet<>();
        private int depth;
        private boolean inSheet;
        private int row;
        private int column;
        private int arrayFormulas;

        private boolean inCell;
        private boolean hasFormula;
        private boolean hasValue;
        private String cellType = "";

        /** The length of the current value so far; negative outside a value. */
        private int value = -1;

        /** The length of the current formula so far; negative outside a formula. */
        private int formula = -1;

        private boolean formulaIsKept;
        private String sharedAs = "";
        private boolean inKept;

        Part(XMLStreamReader xml) {
            this.xml = xml;
        }

        void look() throws XMLStreamException {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> begin(xml.getLocalName());
                    case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> read();
                    case XMLStreamConstants.CDATA ->
                        throw new RefusedFileException(
                                "Expected a workbook as spreadsheets write it but found text in a CDATA section, of"
                                        + " whatever length. Save its sheets as CSV and drop those.");
                    default -> {
                        // comments and the like do not count
                    }
                }
            }
        }

        private void begin(String element) {
            depth++;
            Limits.requireAtMost(MOST_DEPTH, depth, "elements of the workbook inside one another");
            if (NEVER_NESTED.contains(element) && !open.add(element)) {
                throw new RefusedFileException("Expected a workbook as spreadsheets write it but found an element "
                        + element + " inside another one. Save its sheets as CSV and drop those.");
            }
            if (KEPT.contains(element)) {
                inKept = element.equals("si");
                keep(BYTES_OF_KEPT);
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    keep(2L * xml.getAttributeValue(i).length());
                }
            }
            switch (element) {
                case "workbookPr" -> from1904 |= List.of("1", "true").contains(attribute("date1904"));
                case "sheetData" -> inSheet = true;
                case "row" -> beginRow();
                case "c" -> beginCell();
                case "f" -> beginFormula();
                case "v", "is" -> beginValue();
                default -> {
                    // other elements do not count
                }
            }
        }

        private void beginRow() {
            if (inSheet) {
                row = number(attribute("r"), row + 1);
                Limits.requireAtMost(Limits.MOST_ROWS, row, "rows in a sheet");
                column = 0;
            }
        }

        private void beginCell() {
            if (inSheet) {
                inCell = true;
                hasFormula = false;
                hasValue = false;
                cellType = attribute("t");
                String reference = attribute("r");
                column = reference.isEmpty() ? column + 1 : column(reference);
                Limits.requireAtMost(Limits.MOST_COLUMNS, column, "columns in a sheet");
                work(arrayFormulas);
            }
        }

        private void beginValue() {
            if (value >= 0) {
                throw new RefusedFileException(
                        "Expected a workbook as spreadsheets write it but found a value inside another"
                                + " one. Save its sheets as CSV and drop those.");
            }
            value = 0;
        }

        private void beginFormula() {
            if (!inSheet) {
                return;
            }
            formula = 0;
            hasFormula = true;
            formulaIsKept = !attribute("ref").isEmpty();
            sharedAs = formulaIsKept ? attribute("si") : "";
            if (!formulaIsKept) {
                long length = sharedFormulas.getOrDefault(attribute("si"), 0);
                work(length * length);
            } else if (attribute("t").equals("array")) {
                arrayFormulas++;
            }
        }

        private void read() {
            int length = xml.getTextLength();
            if (formula >= 0) {
                formula += length;
                Limits.requireAtMost(LONGEST_FORMULA, formula, "characters in a formula");
            } else if (inCell && value >= 0) {
                value += length;
                hasValue |= length > 0;
                if (TEXTS.contains(cellType)) {
                    Limits.requireAtMost(Limits.LONGEST_TEXT, value, "characters in a cell");
                } else {
                    Limits.requireAtMost(LONGEST_NUMBER, value, "characters in a number");
                }
            } else if (inKept) {
                keep(2L * length);
            }
        }

        private void end(String element) {
            depth--;
            open.remove(element);
            switch (element) {
                case "sheetData" -> inSheet = false;
                case "si" -> inKept = false;
                case "c" -> endCell();
                case "v", "is" -> value = -1;
                case "f" -> endFormula();
                default -> {
                    // other elements do not count
                }
            }
        }

        private void endCell() {
            inCell = false;
            lacksResults |= hasFormula && !hasValue && !TEXTS.contains(cellType);
        }

        private void endFormula() {
            if (formulaIsKept) {
                sharedFormulas.put(sharedAs, formula);
                keep(BYTES_OF_KEPT + 2L * formula);
            }
            formula = -1;
            formulaIsKept = false;
        }

        private String attribute(String name) {
            String value = xml.getAttributeValue(null, name);
            return value == null ? "" : value.strip();
        }

        /** The number in an attribute. If it has too many digits, returns a number that is larger than any bound. */
        private static int number(String digits, int otherwise) {
            if (digits.isEmpty()) {
                return otherwise;
            }
            int number = 0;
            for (int i = 0; i < digits.length() && number <= Limits.MOST_ROWS; i++) {
                number = number * 10 + Math.max(0, Character.digit(digits.charAt(i), 10));
            }
            return number;
        }

        /** The column of a reference such as {@code AB12}, counted from 1. A cell is out of bounds if either of its halves is. */
        private static int column(String reference) {
            int column = 0;
            int at = 0;
            for (; at < reference.length() && column <= Limits.MOST_COLUMNS; at++) {
                char c = reference.charAt(at);
                boolean upper = c >= 'A' && c <= 'Z';
                if (!upper && !(c >= 'a' && c <= 'z') && c != '$') {
                    break;
                }
                column = c == '$' ? column : column * 26 + (upper ? c - 'A' : c - 'a') + 1;
            }
            Limits.requireAtMost(Limits.MOST_COLUMNS, column, "columns in a sheet");
            Limits.requireAtMost(Limits.MOST_ROWS, number(reference.substring(at), 0), "rows in a sheet");
            return column;
        }
    }

    /** Refuses text and tags that are longer than spreadsheets write them: an XML parser holds each of them in memory. */
    private static final class ShortMarkup extends FilterInputStream {

        private int since;

        ShortMarkup(InputStream part) {
            super(part);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = in.read(target, offset, length);
            for (int i = offset; i < offset + read; i++) {
                since = target[i] == '<' ? 0 : since + 1;
                if (since > LONGEST_MARKUP) {
                    Limits.requireAtMost(Limits.LONGEST_TEXT, since, "characters in a cell");
                }
            }
            return read;
        }
    }
}
