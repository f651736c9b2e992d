package org.salesetl.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.RejectColumns;
import org.salesetl.layout.RejectsTable;
import org.salesetl.layout.Row;
import org.salesetl.layout.RowReader;
import org.salesetl.text.Chunk;

/**
 * Judges the records of one file, from the first to the last: first whether a record is a row of this file at all, then by the rules
 * of the kind.
 */
public final class FileJudge {

    private final RowReader reader;
    private final Rules<?> rules;

    /**
     * @param reader reads the records as rows
     * @param rules the rules of what the file brings
     */
    public FileJudge(RowReader reader, Rules<?> rules) {
        this.reader = reader;
        this.rules = rules;
    }

    /**
     * Judges the next records.
     *
     * @param records the cells of each record, as the parser found them
     * @param chunk the same records as they came
     */
    public List<JudgedRow> judge(List<List<String>> records, Chunk chunk) {
        if (records.size() != chunk.size()) {
            throw new IllegalStateException("The parser found " + records.size() + " records where there are "
                    + chunk.size() + ", from line " + chunk.line(0));
        }
        List<JudgedRow> judged = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) {
            judged.add(judge(reader.read(chunk.line(i), records.get(i)), chunk, i));
        }
        return judged;
    }

    private JudgedRow judge(Row row, Chunk chunk, int record) {
        String said = row.isOfForgottenCustomer() ? written(row) : null;
        if (said != null) {
            chunk.says(record, said);
        }
        Judgement<?> judgement = RowRules.judge(row, chunk, record, rules);
        String raw = null;
        if (judgement instanceof Judgement.LeftOut<?>) {
            raw = chunk.raw(record);
        } else if (judgement instanceof Judgement.Rejected<?> bad) {
            judgement = withShare(bad, row);
            raw = row.isFilled() ? written(row) : chunk.raw(record);
        }
        return new JudgedRow(row.line(), judgement, raw, said, returned(row));
    }

    private static String written(Row row) {
        return RejectsTable.line(row.cells(), row.layout().delimiter());
    }

    private static @Nullable Long returned(Row row) {
        String returned = row.rejectCell(RejectColumns.ROW);
        return returned != null && returned.matches("\\d{1,18}") ? Long.valueOf(returned) : null;
    }

    /** The verdict, with what the row bears of the amounts of its order: the row comes back without the other rows of the order. */
    private static Judgement<?> withShare(Judgement.Rejected<?> bad, Row row) {
        BigDecimal share = row.orderShare();
        if (share.signum() == 0) {
            return bad;
        }
        List<Fault> faults = new ArrayList<>(bad.faults());
        Fault first = faults.get(0);
        faults.set(
                0,
                new Fault(
                        first.reason(),
                        first.column(),
                        first.value(),
                        first.message() + "; the row bears "
                                + share.stripTrailingZeros().toPlainString()
                                + " of what is taken off its order, and comes back without that: correct its amount too"));
        return new Judgement.Rejected<>(faults, bad.occurrence(), bad.sale());
    }
}
