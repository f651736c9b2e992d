package org.salesetl.load;

import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.bulk.TableLoads;
import org.salesetl.inbox.Drop;
import org.salesetl.layout.Currencies;
import org.salesetl.layout.Layout;
import org.salesetl.layout.LeftOut;
import org.salesetl.layout.RowReader;
import org.salesetl.ledger.Books;
import org.salesetl.ledger.Part;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.mapping.Column;
import org.salesetl.rollup.ChangesSales;
import org.salesetl.rollup.Grouping;
import org.salesetl.rollup.SalesChanges;
import org.salesetl.rollup.Sum;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;
import org.salesetl.validation.FileJudge;
import org.salesetl.validation.Rules;
import org.salesetl.vocabulary.Kind;

/** The load of one file, from the opening of its books to their close. */
public final class FileLoad implements SqlParameters, ChangesSales {

    /** The way that the sales of a file take. */
    public enum Way {
        /** No sale that can load has come so far. */
        UNDECIDED,
        /** The sales count as new, and go straight into the facts. */
        NEW,
        /** The sales go into a staging table, and are compared with known sales. */
        COMPARED
    }

    /** From about so many bytes on, building keys in bulk saves seconds; {@code trust-keys.sql} says what it may cost. */
    private static final long LEAST_BYTES_FOR_BULK = 32L << 20;

    private final Claim claim;
    private final int fileId;
    private final boolean ofDescriptions;
    private final RowReader reader;
    private final Rules<?> rules;
    private final FileJudge judge;
    private final Books books = new Books();
    private final TableLoads tables;
    private final SalesChanges changes;
    private final Map<String, @Nullable Object> fixed;
    private Way way = Way.UNDECIDED;
    private boolean buildsKeysInBulk;
    private boolean someParked;
    private @Nullable Integer guestLine;
    private boolean someCancelled;
    private @Nullable String days;
    private @Nullable Integer firstDay;
    private @Nullable Integer lastDay;
    private boolean closed;

    /**
     * Opens empty books.
     *
     * @param claim the file
     * @param fileId its number in the ledger
     * @param ofDescriptions whether the file is read for the customers and products that its sales describe
     * @param reader reads its records as rows
     * @param rules the rules that judge its rows
     * @param tables the loads that take its rows
     * @param changes the changes of its rows to the facts
     */
    public FileLoad(
            Claim claim,
            int fileId,
            boolean ofDescriptions,
            RowReader reader,
            Rules<?> rules,
            TableLoads tables,
            SalesChanges changes) {
        this.claim = claim;
        this.fileId = fileId;
        this.ofDescriptions = ofDescriptions;
        this.reader = reader;
        this.rules = rules;
        this.judge = new FileJudge(reader, rules);
        this.tables = tables;
        this.changes = changes;
        this.fixed = new HashMap<>(claim.parameters());
        fixed.put("fileId", fileId);
        fixed.put("kind", kind().label());
        fixed.put("currency", currencies().own());
        fixed.put("otherCurrencies", currencies().foreign());
        fixed.put("ordersOfDay", Layout.ORDERS_OF_DAY);
        for (Column column : Column.values()) {
            fixed.put("has_" + column.label(), layout().has(column));
        }
    }

    /** The file as it was claimed. */
    public Claim claim() {
        return claim;
    }

    /** The file's number in the ledger. */
    public int fileId() {
        return fileId;
    }

    public Drop drop() {
        return claim.drop();
    }

    /** How to read the file. */
    public Layout layout() {
        return claim.layout();
    }

    /** What the file brings. */
    public Kind kind() {
        return layout().kind();
    }

    /** Whether this is a wide file. */
    public boolean isWide() {
        return layout().isWide();
    }

    /** Whether the file brings rows back from the quarantine. */
    public boolean isOfRejects() {
        return layout().rejects();
    }

    /** Whether the file is now read for the customers and products that its sales describe, and not yet for the sales. */
    public boolean isOfDescriptions() {
        return ofDescriptions;
    }

    /**
     * Whether the transaction has not changed the rollups before this load. It has in a reload, in a check of several files, and
     * if a wide file has released parked sales; then only the transaction itself sees the changes.
     */
    public boolean isFirstToChangeRollups() {
        return claim.run().request().mode() == Mode.INCREMENTAL && !isWide();
    }

    /** Whether the file names other currencies than that of the warehouse. */
    public boolean hasOtherCurrencies() {
        return !currencies().foreign().isEmpty();
    }

    /** Whether the database has to be told the currency of the warehouse, because this file is the first to name it. */
    public boolean namesCurrency() {
        String own = currencies().own();
        return kind().hasAmounts() && own != null && !own.equals(claim.warehouseCurrency());
    }

    private Currencies currencies() {
        return layout().conventions().currencies();
    }

    /** Judges the records of the file, from the first to the last. */
    public FileJudge judge() {
        return judge;
    }

    /** The counts of what happened to the rows. */
    public Books books() {
        return books;
    }

    /** The loads that take the rows. */
    public TableLoads tables() {
        return tables;
    }

    /** The changes of the rows to the facts. */
    @Override
    public SalesChanges changes() {
        return changes;
    }

    /** Whether the sales go straight into the facts. */
    public boolean isNew() {
        return way == Way.NEW;
    }

    /** Whether the sales are compared with known sales. */
    public boolean isCompared() {
        return way == Way.COMPARED;
    }

    /** Whether the way of the sales is still to be chosen. */
    public boolean isUndecided() {
        return way == Way.UNDECIDED;
    }

    /**
     * Chooses the way of the sales: straight into the facts if none of the first sales is known, and no later one has turned out
     * to be known.
     *
     * @param known how many of the first sales are known
     * @param anyKnown whether the warehouse has any sale at all
     */
    public void choose(long known, boolean anyKnown) {
        way = known == 0 && !claim.isCompared() ? Way.NEW : Way.COMPARED;
        buildsKeysInBulk = !anyKnown && claim.drop().size() >= LEAST_BYTES_FOR_BULK;
    }

    /** Notes the line of a good sale without a customer; only the first one counts. */
    public void bringsGuest(int line) {
        guestLine = guestLine == null ? line : guestLine;
    }

    /** Whether the file has good sales without a customer. */
    public boolean hasGuests() {
        return guestLine != null;
    }

    /** Tells people that the file has changed the day of known sales: that may be a correction, or another sale with the same number. */
    public void replacedSalesOfOtherDays(int sales) {
        if (sales > 0) {
            claim.run()
                    .note(claim.shownName() + ": "
                            + (sales == 1
                                    ? "1 sale replaced a sale of another day. If the numbers of orders have started again, it was another sale."
                                    : sales
                                            + " sales replaced sales of other days. If the numbers of orders have started again,"
                                            + " these were other sales."));
        }
    }

    /** Whether a number and its day together are an order, although files with these columns may be loaded that were read otherwise. */
    public boolean startsOrdersOfDay() {
        return kind() == Kind.SALES && layout().terms().ordersOfDay() && !claim.isReloaded();
    }

    /**
     * Tells people that orders of earlier files have numbers without their day, so that the same orders would be loaded twice.
     *
     * @param fileId the number of the first such file; null if there is none
     */
    public void foundOrdersWithoutDay(@Nullable Number fileId) {
        if (fileId != null) {
            claim.run()
                    .note(claim.shownName()
                            + ": files with these columns were read before somebody said that their numbers start again each day."
                            + " Load everything again: until then, sales may be missing or count twice.");
        }
    }

    /** Notes that the file has rows that are no sale any more, and that name one. */
    public void namesCancelledSales() {
        someCancelled = true;
    }

    /** Whether the file may withdraw sales. */
    public boolean mayWithdrawSales() {
        return someCancelled;
    }

    /** Sets whether {@code are-some-parked.sql} found a parked sale. */
    public void foundParked(@Nullable Number found) {
        someParked = found != null && found.intValue() > 0;
    }

    /** Whether there are parked sales, of this file or of earlier ones. */
    public boolean hasParkedSales() {
        return someParked;
    }

    /**
     * The load of the same file for its sales. Takes over what was found while the file was read for its customers and products.
     */
    public FileLoad ofSales() {
        FileLoad sales = requireNonNull(claim.load());
        sales.books.foundBefore(books);
        return sales;
    }

    /** Takes the rows of {@code count-outcomes.sql} into the books. */
    public void merged(List<SqlRow> outcomes) {
        books.merged(outcomes);
    }

    /** Takes the row of {@code count-changes.sql} into the books. */
    public void compared(@Nullable SqlRow counts) {
        if (counts != null) {
            books.changed(
                    new Part(counts.integer("inserted"), counts.decimal("inserted_revenue")),
                    new Part(counts.integer("updated"), counts.decimal("updated_revenue")));
        }
    }

    /** Takes the row of {@code count-withdrawn.sql} into the books. */
    public void withdrew(@Nullable SqlRow counts) {
        if (counts != null) {
            books.withdrawn(
                    LeftOut.Why.STATUS,
                    new Part(counts.integer("withdrawn"), counts.decimal("withdrawn_revenue")),
                    counts.decimal("amount"));
        }
    }

    /** Sets the days on which the file changes something, for {@code insert-dates.sql}. */
    public void changesDays() {
        days = changes.rollups().by(Grouping.DAY).json();
    }

    /** Notes the first and the last day on which the file changes something, for those who are told. */
    public void changedDays() {
        if (!changes.isEmpty()) {
            List<Sum> sums = changes.rollups().by(Grouping.DAY).rows();
            firstDay = sums.isEmpty() ? null : sums.get(0).key();
            lastDay = sums.isEmpty() ? null : sums.get(sums.size() - 1).key();
        }
    }

    /** Parameters of {@code insert-reason.sql}, one map for each reason why rows did not load. */
    public List<Map<String, Object>> reasons() {
        return ofThisFile(books.reasonParameters());
    }

    /** Parameters of {@code insert-left-out.sql}, one map for each kind of row that was left out. */
    public List<Map<String, Object>> leftOut() {
        return ofThisFile(books.leftOutParameters());
    }

    private List<Map<String, Object>> ofThisFile(List<Map<String, Object>> some) {
        return some.stream()
                .map(each -> {
                    Map<String, Object> parameters = new HashMap<>(each);
                    parameters.put("fileId", fileId);
                    return parameters;
                })
                .toList();
    }

    /** The parameters of all statements about the load, with the current counts of the books. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>(fixed);
        parameters.putAll(books.counts());
        parameters.putAll(books.revenue());
        parameters.put("buildsKeysInBulk", buildsKeysInBulk);
        parameters.put("days", days);
        parameters.put("guestLine", guestLine);
        parameters.put("toldFileId", fileId);
        parameters.put("firstDay", day(firstDay));
        parameters.put("lastDay", day(lastDay));
        return parameters;
    }

    private static @Nullable String day(@Nullable Integer key) {
        return key == null
                ? null
                : LocalDate.parse(key.toString(), BASIC_ISO_DATE).toString();
    }

    /** Gives up everything that is unfinished. */
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            rules.close();
            reader.close();
            tables.close();
            changes.close();
        }
    }
}
