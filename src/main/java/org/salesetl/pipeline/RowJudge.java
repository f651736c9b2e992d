package org.salesetl.pipeline;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.ledger.Books;
import org.salesetl.leftout.LeftOutRow;
import org.salesetl.load.RowChunk;
import org.salesetl.quarantine.QuarantinedRow;
import org.salesetl.quarantine.QuarantinedRow.Status;
import org.salesetl.quarantine.ReturnedRow;
import org.salesetl.quarantine.Verdicts;
import org.salesetl.validation.JudgedRow;
import org.salesetl.validation.Judgement;
import org.salesetl.validation.UnloadedSale;
import org.springframework.stereotype.Component;

/** Tells good rows from bad ones, and from rows that are no sale, and counts them in the books of their file. */
@Component
class RowJudge {

    /**
     * Judges the rows of a chunk.
     *
     * @param rows the cells of each record, as the parser found them
     * @param from the same records as they came
     */
    Verdicts judge(List<List<String>> rows, RowChunk from) {
        return enter(from.load().judge().judge(rows, from.chunk()), from);
    }

    /**
     * Takes the verdicts on the rows of a chunk that have been judged elsewhere.
     *
     * @param from the records as they came, with the verdict on each
     */
    Verdicts take(RowChunk from) {
        return enter(requireNonNull(from.verdicts()), from);
    }

    private static Verdicts enter(List<JudgedRow> rows, RowChunk from) {
        if (rows.size() != from.chunk().size()) {
            throw new IllegalStateException(
                    "There are " + rows.size() + " verdicts on " + from.chunk().size() + " records, from line "
                            + from.chunk().line(0));
        }
        Verdicts verdicts = new Verdicts(from);
        Books books = from.load().books();
        for (int i = 0; i < rows.size(); i++) {
            JudgedRow row = rows.get(i);
            if (row.said() != null) {
                from.chunk().says(i, row.said());
            }
            if (row.returned() != null) {
                verdicts.returns(new ReturnedRow(row.returned(), row.line()));
            }
            enter(row, verdicts, books);
        }
        return verdicts;
    }

    private static void enter(JudgedRow row, Verdicts verdicts, Books books) {
        Judgement<?> judgement = row.judgement();
        if (judgement == null) {
            books.blank();
        } else if (judgement instanceof Judgement.Accepted<?> good) {
            books.accepted(good.repaired());
            verdicts.accept(good.value());
        } else if (judgement instanceof Judgement.LeftOut<?> none) {
            books.leftOut(none.why().why(), revenue(none.sale()));
            verdicts.leaveOut(new LeftOutRow(row.line(), none.why(), none.sale(), requireNonNull(row.raw())));
        } else if (judgement instanceof Judgement.Rejected<?> bad) {
            books.rejected(bad.faults().get(0).reason(), revenue(bad.sale()));
            verdicts.reject(new QuarantinedRow(
                    row.line(),
                    Status.REJECTED,
                    bad.faults(),
                    requireNonNull(row.raw()),
                    bad.occurrence(),
                    bad.sale()));
        }
    }

    private static @Nullable BigDecimal revenue(@Nullable UnloadedSale sale) {
        return sale == null ? null : sale.revenue();
    }
}
