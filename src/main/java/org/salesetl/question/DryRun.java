package org.salesetl.question;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.inbox.Drop;
import org.salesetl.inbox.Drops;
import org.salesetl.layout.ChunkReader;
import org.salesetl.layout.Layout;
import org.salesetl.layout.OrderShares;
import org.salesetl.layout.RejectColumns;
import org.salesetl.layout.Row;
import org.salesetl.layout.RowReader;
import org.salesetl.mapping.Column;
import org.salesetl.personal.ForgottenCustomers;
import org.salesetl.rule.RuleBook;
import org.salesetl.text.Chunk;
import org.salesetl.validation.Fault;
import org.salesetl.validation.Judgement;
import org.salesetl.validation.RowRules;
import org.salesetl.validation.Rules;
import org.salesetl.validation.UnloadedSale;
import org.salesetl.work.WorkFolder;
import org.springframework.stereotype.Component;

/** Judges the rows of a file by the rules of its load, and adds up what they would become. Nothing is loaded. */
@Component
public class DryRun {

    /** Far more than a file with a question has; such a file takes a second. */
    private static final int MOST_ROWS = 1_000_000;

    private static final int MOST_LINES = 10;

    /** Some ten thousand rows. A file whose first sales all wait for its customers has no first rows to show. */
    private static final int MOST_CHUNKS = 4;

    private final RuleBook ruleBook;
    private final Drops drops;
    private final WorkFolder folder;
    private final ForgottenCustomers forgotten;
    private final Set<String> nullWords;

    DryRun(
            RuleBook ruleBook,
            Drops drops,
            WorkFolder folder,
            ForgottenCustomers forgotten,
            SalesEtlProperties properties) {
        this.forgotten = forgotten;
        this.folder = folder;
        this.ruleBook = ruleBook;
        this.drops = drops;
        this.nullWords = Set.copyOf(properties.nullWords());
    }

    /** What the rows of a file would become if it were read in this way. */
    public Effect of(Drop drop, Layout layout) throws IOException {
        try (RowReader reader = reader(drop, layout);
                ChunkReader chunks = drops.chunks(drop, layout);
                Rules<?> rules = ruleBook.rules(layout.kind())) {
            return new Sums<>(reader, rules).read(chunks);
        }
    }

    /**
     * The first rows of a file that would load, among its first rows.
     *
     * @param waiting lines of good sales that would not load but wait
     */
    public FirstRows first(Drop drop, Layout layout, Set<Integer> waiting) throws IOException {
        List<Column> columns = layout.columns().keySet().stream()
                .sorted(Comparator.comparing(column -> column != Column.ORDER_DATE))
                .toList();
        List<FirstRows.Line> lines = new ArrayList<>();
        try (RowReader reader = reader(drop, layout);
                ChunkReader chunks = drops.chunks(drop, layout);
                Rules<?> rules = ruleBook.rules(layout.kind())) {
            for (int chunk = 0; chunk < MOST_CHUNKS && chunks.hasNext() && lines.size() < MOST_LINES; chunk++) {
                add(reader, chunks.next(), rules, columns, waiting, lines);
            }
        }
        return new FirstRows(columns.stream().map(Column::label).toList(), lines);
    }

    private static <T> void add(
            RowReader reader,
            Chunk chunk,
            Rules<T> rules,
            List<Column> columns,
            Set<Integer> waiting,
            List<FirstRows.Line> lines) {
        List<Row> rows = reader.read(chunk);
        for (int record = 0; record < rows.size() && lines.size() < MOST_LINES; record++) {
            Row row = rows.get(record);
            if (RowRules.judge(row, chunk, record, rules) instanceof Judgement.Accepted<T> good
                    && !waiting.contains(row.line())) {
                UnloadedSale sale = rules.sale(good.value());
                List<String> cells =
                        columns.stream().map(column -> cell(row, column, sale)).toList();
                lines.add(new FirstRows.Line(row.line(), cells, sale == null ? null : sale.revenue()));
            }
        }
    }

    private static String cell(Row row, Column column, @Nullable UnloadedSale sale) {
        return column == Column.ORDER_DATE && sale != null && sale.date() != null
                ? sale.date().toString()
                : requireNonNullElse(row.cell(column), "");
    }

    /**
     * What is wrong with the rows that a file of rejects brings back.
     *
     * @return the faults of each bad row, by its number in the quarantine
     */
    public Map<Long, List<Fault>> faults(Drop drop, Layout layout) throws IOException {
        Map<Long, List<Fault>> faults = new HashMap<>();
        try (RowReader reader = reader(drop, layout);
                ChunkReader chunks = drops.chunks(drop, layout);
                Rules<?> rules = ruleBook.rules(layout.kind())) {
            while (chunks.hasNext()) {
                Chunk chunk = chunks.next();
                List<Row> rows = reader.read(chunk);
                for (int record = 0; record < rows.size(); record++) {
                    Row row = rows.get(record);
                    if (RowRules.judge(row, chunk, record, rules) instanceof Judgement.Rejected<?> bad) {
                        faults.put(Long.valueOf(requireNonNull(row.rejectCell(RejectColumns.ROW))), bad.faults());
                    }
                }
            }
        }
        return faults;
    }

    private RowReader reader(Drop drop, Layout layout) throws IOException {
        RowReader reader = new RowReader(layout, nullWords, forgotten.pseudonyms());
        if (OrderShares.areNeeded(layout)) {
            try (ChunkReader chunks = drops.chunks(drop, layout)) {
                reader.spread(OrderShares.of(chunks, layout, nullWords, folder));
            }
        }
        return reader;
    }

    /** The sums over the rows. */
    private static final class Sums<T> {

        private final RowReader reader;
        private final Rules<T> rules;
        private final SortedMap<String, BigDecimal> months = new TreeMap<>();
        private final List<Effect.Line> first = new ArrayList<>();
        private int inserted;
        private int rejected;
        private int leftOut;
        private BigDecimal revenue = BigDecimal.ZERO;
        private boolean isKnown = true;

        Sums(RowReader reader, Rules<T> rules) {
            this.reader = reader;
            this.rules = rules;
        }

        Effect read(ChunkReader chunks) {
            while (chunks.hasNext() && inserted + rejected + leftOut < MOST_ROWS) {
                Chunk chunk = chunks.next();
                List<Row> rows = reader.read(chunk);
                for (int record = 0; record < rows.size(); record++) {
                    Row row = rows.get(record);
                    add(row, RowRules.judge(row, chunk, record, rules));
                }
            }
            return new Effect(inserted, rejected, leftOut, isKnown ? revenue : null, months, first, !chunks.hasNext());
        }

        private void add(Row row, @Nullable Judgement<T> judgement) {
            if (judgement instanceof Judgement.Accepted<T> good) {
                inserted++;
                add(row, rules.sale(good.value()));
            } else if (judgement instanceof Judgement.Rejected<T>) {
                rejected++;
            } else if (judgement instanceof Judgement.LeftOut<T>) {
                leftOut++;
            }
        }

        private void add(Row row, @Nullable UnloadedSale sale) {
            if (first.size() < MOST_LINES) {
                first.add(line(row, sale));
            }
            if (sale == null) {
                return;
            }
            if (sale.revenue() == null || sale.date() == null) {
                isKnown = false;
                return;
            }
            revenue = revenue.add(sale.revenue());
            String month = String.format(
                    Locale.ROOT, "%04d-%02d", sale.date().getYear(), sale.date().getMonthValue());
            months.merge(month, sale.revenue(), BigDecimal::add);
        }

        private static Effect.Line line(Row row, @Nullable UnloadedSale sale) {
            return sale == null
                    ? new Effect.Line(
                            row.line(), null, row.cell(Column.CUSTOMER_ID), row.cell(Column.PRODUCT_ID), null, null)
                    : new Effect.Line(
                            row.line(),
                            String.valueOf(sale.date()),
                            sale.customerId(),
                            sale.productId(),
                            row.cell(Column.QUANTITY),
                            sale.revenue());
        }
    }
}
