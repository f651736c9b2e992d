package org.salesetl.pipeline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.RejectColumns;
import org.salesetl.layout.RejectsTable;
import org.salesetl.layout.Row;
import org.salesetl.layout.RowReader;
import org.salesetl.ledger.Books;
import org.salesetl.leftout.LeftOutRow;
import org.salesetl.load.FileLoad;
import org.salesetl.load.RowChunk;
import org.salesetl.quarantine.QuarantinedRow;
import org.salesetl.quarantine.QuarantinedRow.Status;
import org.salesetl.quarantine.ReturnedRow;
import org.salesetl.quarantine.Verdicts;
import org.salesetl.text.Chunk;
import org.salesetl.validation.Fault;
import org.salesetl.validation.Judgement;
import org.salesetl.validation.RowRules;
import org.salesetl.validation.UnloadedSale;
import org.springframework.stereotype.Component;

/**
 * Tells good rows from bad ones, and from rows that are no sale: first checks whether a record is a row of this file at all, then
 * applies the rules of the kind.
 */
@Component
class RowJudge {

    /**
     * Judges the rows of a chunk, and counts them in the file's books.
     *
     * @param rows the cells of each record, as the parser found them
     * @param from the same records as they came
     */
    Verdicts judge(List<List<String>> rows, RowChunk from) {
        Chunk chunk = from.chunk();
        if (rows.size() != chunk.size()) {
            throw new IllegalStateException("The parser found " + rows.size() + " records where there are "
                    + chunk.size() + ", from line " + chunk.line(0));
        }
        RowReader reader = from.load().reader();
        Verdicts verdicts = new Verdicts(from);
        for (int i = 0; i < rows.size(); i++) {
            Row row = reader.read(chunk.line(i), rows.get(i));
            if (row.isOfForgottenCustomer()) {
                chunk.says(i, RejectsTable.line(row.cells(), row.layout().delimiter()));
            }
            judge(row, i, verdicts);
        }
        return verdicts;
    }

    private static void judge(Row row, int record, Verdicts verdicts) {
        FileLoad load = verdicts.load();
        String returned = row.rejectCell(RejectColumns.ROW);
        if (returned != null && returned.matches("\\d{1,18}")) {
            verdicts.returns(new ReturnedRow(Long.parseLong(returned), row.line()));
        }
        Judgement<?> judgement = RowRules.judge(row, verdicts.chunk(), record, load.rules());
        if (judgement == null) {
            load.books().blank();
        } else {
            enter(judgement, row, record, verdicts);
        }
    }

    private static void enter(Judgement<?> judgement, Row row, int record, Verdicts verdicts) {
        Chunk chunk = verdicts.chunk();
        Books books = verdicts.load().books();
        if (judgement instanceof Judgement.Accepted<?> good) {
            books.accepted(good.repaired());
            verdicts.accept(good.value());
        } else if (judgement instanceof Judgement.LeftOut<?> none) {
            books.leftOut(none.why().why(), revenue(none.sale()));
            verdicts.leaveOut(new LeftOutRow(chunk.line(record), none.why(), none.sale(), chunk.raw(record)));
        } else if (judgement instanceof Judgement.Rejected<?> bad) {
            books.rejected(bad.faults().get(0).reason(), revenue(bad.sale()));
            verdicts.reject(new QuarantinedRow(
                    chunk.line(record),
                    Status.REJECTED,
                    withShare(bad.faults(), row),
                    row.isFilled() ? RejectsTable.line(row.cells(), row.layout().delimiter()) : chunk.raw(record),
                    bad.occurrence(),
                    bad.sale()));
        }
    }

    /** The faults, with what the row bears of the amounts of its order: it comes back without the other rows of the order. */
    private static List<Fault> withShare(List<Fault> faults, Row row) {
        if (row.orderShare().signum() == 0) {
            return faults;
        }
        List<Fault> all = new ArrayList<>(faults);
        Fault first = all.get(0);
        all.set(
                0,
                new Fault(
                        first.reason(),
                        first.column(),
                        first.value(),
                        first.message() + "; the row bears "
                                + row.orderShare().stripTrailingZeros().toPlainString()
                                + " of what is taken off its order, and comes back without that: correct its amount too"));
        return all;
    }

    private static @Nullable BigDecimal revenue(@Nullable UnloadedSale sale) {
        return sale == null ? null : sale.revenue();
    }
}
