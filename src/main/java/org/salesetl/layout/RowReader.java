package org.salesetl.layout;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.LeftOut.Why;
import org.salesetl.mapping.Column;
import org.salesetl.text.Chunk;
import org.salesetl.text.CsvFormats;
import org.salesetl.text.Formulas;
import org.salesetl.text.Text;

/**
 * Reads the records of one file as rows, from the first to the last: knows which cell is which column, which cells mean "no value"
 * and which ones mean "as above", and which records are no sale.
 */
public final class RowReader implements Closeable, Serializable {

    private final Layout layout;
    private final Set<String> nullWords;

    /** The first characters of the null words. Nearly every cell begins with another character and need not be looked up. */
    private final String beginnings;

    private final Column[] columns;
    private final CellPlaces[] sources;

    /** The place of the cell of each column; negative if the value is not in one cell alone. */
    private final int[] places;

    private final NoSales noSales;
    private final @Nullable CarryDown carryDown;
    private final @Nullable Headings headings;
    private final @Nullable Titles titles;

    /** In a file of this machine. */
    private transient @Nullable OrderShares shares;

    private final Pseudonyms pseudonyms;
    private BitSet corrected = new BitSet();
    private final PersonalCells personal;

    /**
     * @param layout which cell is which column
     * @param nullWords cells that mean "no value"
     */
    public RowReader(Layout layout, Set<String> nullWords) {
        this(layout, nullWords, Pseudonyms.NONE);
    }

    /**
     * @param layout which cell is which column
     * @param nullWords cells that mean "no value"
     * @param pseudonyms the customers of whom the rows say nothing
     */
    public RowReader(Layout layout, Set<String> nullWords, Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
        this.personal = PersonalCells.of(layout);
        this.layout = layout;
        this.nullWords = nullWords;
        this.beginnings = nullWords.stream()
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
        this.columns = layout.columns().keySet().toArray(new Column[0]);
        this.sources = layout.columns().values().toArray(new CellPlaces[0]);
        this.places = layout.columns().values().stream()
                .mapToInt(cells -> cells.isOneCell() ? cells.places().get(0) : -1)
                .toArray();
        this.noSales = new NoSales(layout);
        // a row of a file of rejects has been filled before
        this.carryDown = layout.mapping().carryDown().isEmpty() || layout.rejects() ? null : new CarryDown(layout);
        this.titles = Titles.areKnown(layout) ? new Titles(layout) : null;
        this.headings = layout.mapping().headings().isEmpty() || layout.rejects() ? null : new Headings(layout);
    }

    /**
     * Reads the next record.
     *
     * @param line the line on which it starts
     * @param cells its cells as they are in the file
     */
    public Row read(int line, List<String> cells) {
        Map<Column, String> known = values(cells);
        boolean title = titles != null && titles.take(cells);
        LeftOut leftOut = title ? new LeftOut(Why.HEADING, null, null) : noSales.find(cells, known);
        List<String> filled = title ? cells : fill(cells, known, leftOut);
        boolean returned = leftOut == null && titles != null && titles.areReturns();
        filled = returned ? requireNonNull(titles).negated(filled) : filled;
        Map<Column, String> values = filled == cells ? known : values(filled);
        Row row = new Row(
                line,
                filled,
                layout,
                values,
                leftOut == null ? byStatus(line, filled) : leftOut,
                returned || noSales.isReturn(filled),
                filled != cells,
                shares == null ? BigDecimal.ZERO : shares.next());
        String customer = values.get(Column.CUSTOMER_ID);
        String pseudonym = customer == null ? null : pseudonyms.of(customer);
        return pseudonym == null ? row : row.under(pseudonym, personal);
    }

    /** Spreads amounts of orders over their rows. The shares are closed with the reader. */
    public void spread(OrderShares ofRows) {
        shares = ofRows;
    }

    /** Leaves out what stands on these lines, since later rows correct it. */
    public void leaveOutCorrected(BitSet lines) {
        corrected = lines;
    }

    private @Nullable LeftOut byStatus(int line, List<String> cells) {
        LeftOut leftOut = byStatus(cells);
        return leftOut == null && corrected.get(line) ? new LeftOut(Why.CORRECTED, null, null) : leftOut;
    }

    private @Nullable LeftOut byStatus(List<String> cells) {
        LeftOut leftOut = titles == null ? null : titles.leftOut();
        return leftOut == null ? noSales.byStatus(cells) : leftOut;
    }

    /**
     * Whether what the next records mean depends on records that have been read. If not, the reader can read any of the records that
     * follow, and does not have to read those before.
     */
    public boolean remembers() {
        return carryDown != null || headings != null || titles != null || shares != null || noSales.remember();
    }

    @Override
    public void close() throws IOException {
        if (shares != null) {
            shares.close();
        }
    }

    /** Reads the next records, those of a chunk. A record whose quote never closes has one empty cell. */
    public List<Row> read(Chunk chunk) {
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CsvFormats.delimitedBy(layout.delimiter()).parse(new StringReader(chunk.text()))) {
            for (CSVRecord record : parser) {
                rows.add(read(chunk.line(rows.size()), record.toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory can always be read", e);
        }
        return rows;
    }

    /** The cells with those filled that mean "as above". A row that is no sale is not filled, but may say something of those below. */
    private List<String> fill(List<String> cells, Map<Column, String> known, @Nullable LeftOut leftOut) {
        if (leftOut == null) {
            List<String> filled = carryDown == null ? cells : carryDown.fill(cells, known);
            return headings == null ? filled : headings.fill(filled);
        }
        if (headings != null && leftOut.why() == Why.HEADING) {
            headings.remember(cells);
        }
        if (carryDown != null && leftOut.why() == Why.ORDER_SUMMARY) {
            carryDown.fill(cells, known);
        }
        return cells;
    }

    private Map<Column, String> values(List<String> cells) {
        Map<Column, String> known = new EnumMap<>(Column.class);
        for (int i = 0; i < columns.length; i++) {
            String cell = places[i] >= 0 ? value(cells, places[i]) : value(cells, sources[i]);
            if (cell != null) {
                known.put(columns[i], cell);
            }
        }
        return known;
    }

    private @Nullable String value(List<String> cells, CellPlaces source) {
        if (source.constant() != null) {
            return source.constant();
        }
        List<String> values = new ArrayList<>();
        for (int place : source.places()) {
            String value = value(cells, place);
            if (value != null) {
                if (source.joinedWith() == null) {
                    return value;
                }
                values.add(value);
            }
        }
        return values.isEmpty() ? null : String.join(String.valueOf(source.joinedWith()), values);
    }

    private @Nullable String value(List<String> cells, int place) {
        if (place >= cells.size()) {
            return null;
        }
        String cell = Text.strip(cells.get(place));
        if (layout.rejects()) {
            cell = Formulas.rearm(cell);
        }
        boolean missing = cell.isEmpty() || (beginnings.indexOf(cell.charAt(0)) >= 0 && nullWords.contains(cell));
        return missing ? null : cell;
    }
}
