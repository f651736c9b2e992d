package org.salesetl.correction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.correction.Corrections.Correction;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;
import org.salesetl.validation.Fault;

/** Collects the rows that are to be corrected and dropped again. */
final class ReturnDraft implements SqlParameters {

    private final Correction correction;
    private final List<ReturnedFile> files = new ArrayList<>();
    private List<SqlRow> rows = List.of();

    ReturnDraft(Correction correction) {
        this.correction = correction;
    }

    Correction correction() {
        return correction;
    }

    /** Stores the rows of {@code select-for-return.sql}. */
    void found(List<SqlRow> found) {
        rows = found;
    }

    List<SqlRow> rows() {
        return rows;
    }

    /** Stores a file with some of the rows, and what is wrong with the rows. */
    void judged(ReturnedFile file) {
        files.add(file);
    }

    List<ReturnedFile> files() {
        return files;
    }

    /** What is wrong with the rows, by their numbers in the quarantine; rows that load now are not in the answer. */
    Map<Long, List<Fault>> faults() {
        Map<Long, List<Fault>> faults = new HashMap<>();
        files.forEach(file -> faults.putAll(file.faults()));
        return faults;
    }

    /** How many rows load now. */
    int loading() {
        return files.stream().mapToInt(ReturnedFile::size).sum() - faults().size();
    }

    /** The parameters of {@code select-for-return.sql}. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return correction.parameters();
    }
}
