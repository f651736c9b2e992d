package org.salesetl.workbook;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Iterator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;
import org.salesetl.text.Encoding;
import org.salesetl.text.EncodingSurvey;
import org.salesetl.text.PlainFile;
import org.salesetl.text.RefusedFileException;

/**
 * Reads the tables of a web page, which many shops export as a workbook. Each table is a sheet, whether it stands alone or in a
 * cell of another one that only lays the page out. What has been read is taken out of the page at once, so that memory holds no
 * more than a row.
 */
final class WebPage {

    private static final int MOST_DEPTH = 128;
    private static final int MOST_OPEN_TABLES = 16;
    private static final int LONGEST_PIECE = 1 << 21;
    private static final int HEAD_BYTES = 1 << 13;
    private static final int BUFFER_BYTES = 1 << 16;

    /** In characters, of the cells of rows that have not ended. */
    private static final int MOST_KEPT = 1 << 22;

    private static final int CHARACTERS_OF_CELL = 100;

    private final ShortPieces text;
    private final Sheets target;
    private final IdentityHashMap<Element, WebTable> open = new IdentityHashMap<>();
    private int tables;
    private long kept;

    private WebPage(ShortPieces text, Sheets target) {
        this.text = text;
        this.target = target;
    }

    /**
     * Writes every table.
     *
     * @throws RefusedFileException if anything in the page is out of bounds
     */
    static void write(Path page, Sheets target) throws IOException {
        Charset charset = charset(page);
        try (InputStream stream = new BufferedInputStream(PlainFile.open(page), BUFFER_BYTES);
                ShortPieces text = new ShortPieces(new InputStreamReader(stream, charset), LONGEST_PIECE);
                StreamParser parser = new StreamParser(Parser.htmlParser().setMaxDepth(MOST_DEPTH)).parse(text, "")) {
            new WebPage(text, target).copy(parser.iterator());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What the page says of its encoding counts only if its bytes do not tell: many pages say something else than they are. */
    private static Charset charset(Path page) throws IOException {
        Encoding found;
        try (InputStream stream = PlainFile.open(page)) {
            found = EncodingSurvey.of(stream);
        }
        byte[] head;
        try (InputStream stream = PlainFile.open(page)) {
            head = stream.readNBytes(HEAD_BYTES);
        }
        Charset said = Jsoup.parse(new ByteArrayInputStream(head), null, "").charset();
        boolean tells = found != Encoding.WINDOWS_1252 && found != Encoding.ISO_8859_1;
        return tells || said.equals(StandardCharsets.UTF_8) ? found.charset() : said;
    }

    private void copy(Iterator<Element> complete) throws IOException {
        try {
            while (complete.hasNext()) {
                take(complete.next());
            }
        } finally {
            for (WebTable table : open.values()) {
                table.close();
            }
        }
    }

    /** Takes an element that is complete. Elements inside it came before. */
    private void take(Element element) throws IOException {
        switch (element.normalName()) {
            case "td", "th" -> keep(element);
            case "tr" -> {
                Element table = around(element, "table");
                if (table != null) {
                    table(table).row(element);
                }
                kept = isInCell(element) ? kept - weight(element) : 0;
                remove(element);
            }
            case "table" -> {
                end(element);
                remove(element);
            }
            default -> {
                if (!isInCell(element)) {
                    remove(element);
                }
            }
        }
    }

    /** Replaces what is in a cell with its text. */
    private void keep(Element cell) {
        String shown = cell.text();
        Limits.requireAtMost(Limits.LONGEST_TEXT, shown.length(), "characters in a cell");
        cell.empty().appendText(shown);
        text.begin();
        kept += CHARACTERS_OF_CELL + shown.length();
        Limits.requireAtMost(MOST_KEPT, kept, "characters in a row");
    }

    private static long weight(Element row) {
        return row.children().stream()
                .mapToLong(cell -> CHARACTERS_OF_CELL + cell.wholeText().length())
                .sum();
    }

    private WebTable table(Element element) throws IOException {
        WebTable table = open.get(element);
        if (table == null) {
            Limits.requireAtMost(MOST_OPEN_TABLES, open.size() + 1L, "tables inside one another");
            table = new WebTable(target.begin("Table " + ++tables));
            open.put(element, table);
        }
        return table;
    }

    private void end(Element element) throws IOException {
        WebTable table = open.remove(element);
        if (table != null) {
            table.close();
        }
    }

    /** Removes an element and everything that comes before it, up to the cell that it is in. */
    private void remove(Element element) {
        for (Element at = element; at != null && !isCell(at); at = at.parent()) {
            for (Node before = at.previousSibling(); before != null; before = at.previousSibling()) {
                before.remove();
            }
        }
        element.remove();
        text.begin();
    }

    private static boolean isInCell(Element element) {
        return around(element, "td") != null || around(element, "th") != null;
    }

    private static boolean isCell(Element element) {
        return element.nameIs("td") || element.nameIs("th");
    }

    private static @Nullable Element around(Element element, String name) {
        Element at = element.parent();
        while (at != null && !at.nameIs(name)) {
            at = at.parent();
        }
        return at;
    }
}
