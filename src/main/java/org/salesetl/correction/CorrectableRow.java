package org.salesetl.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.RejectColumns;
import org.salesetl.quarantine.QuarantineListing;
import org.salesetl.text.Text;
import org.salesetl.validation.Fault;

/**
 * A row in the quarantine, cell by cell, with what is wrong beside each cell.
 *
 * @param id the number of the row in the quarantine
 * @param line its line in the file
 * @param problems what is wrong with the row as a whole
 */
public record CorrectableRow(long id, int line, List<String> problems, List<Cell> cells) {

    /** A cell, with what is wrong with it. */
    public record Cell(String column, String value, List<String> problems) {

        /** Whether the value has several lines, so that the page needs a larger field for it. */
        public boolean isTall() {
            return value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0;
        }
    }

    /** The row as it is in the quarantine. */
    public static CorrectableRow of(QuarantineListing.Entry row) {
        return of(
                row,
                Map.of(),
                row.reasons().stream()
                        .map(fault -> new Problem(fault.column(), fault.value(), fault.message()))
                        .toList());
    }

    /** The row with the cells that somebody has written, and what is wrong with them. */
    static CorrectableRow corrected(QuarantineListing.Entry row, Map<String, String> written, List<Fault> faults) {
        return of(
                row,
                written,
                faults.stream()
                        .map(fault -> new Problem(fault.column(), fault.value(), fault.message()))
                        .toList());
    }

    private static CorrectableRow of(QuarantineListing.Entry row, Map<String, String> written, List<Problem> problems) {
        List<Problem> rest = new ArrayList<>(problems);
        List<Cell> cells = new ArrayList<>();
        for (QuarantineListing.Field field : row.fields()) {
            if (!RejectColumns.isOne(field.column())) {
                String value = written.getOrDefault(field.column(), field.value());
                List<Problem> here = problems.stream()
                        .filter(problem -> problem.isOf(field.column(), value))
                        .toList();
                rest.removeAll(here);
                cells.add(new Cell(
                        field.column(),
                        value,
                        here.stream().map(Problem::message).toList()));
            }
        }
        return new CorrectableRow(
                row.id(), row.line(), rest.stream().map(Problem::message).toList(), cells);
    }

    /** A fault that was found now, or that the quarantine keeps. */
    private record Problem(
            @Nullable String column, @Nullable String value, String message) {

        /** Whether the problem is about this cell: a mapping may have given the column another name, so the value tells too. */
        boolean isOf(String header, String cell) {
            return column != null && (plain(column).equals(plain(header)) || Objects.equals(Text.strip(cell), value));
        }

        private static String plain(String name) {
            return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
        }
    }
}
