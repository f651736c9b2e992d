package org.salesetl.check;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.load.Claim;
import org.salesetl.load.FileLoad;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;

/** Collects what a check has found out about a file that would load. */
final class CheckedFile implements SqlParameters {

    private final Claim claim;
    private List<Loss> losses = List.of();
    private Set<Integer> parkedLines = Set.of();

    CheckedFile(Claim claim) {
        this.claim = claim;
    }

    Claim claim() {
        return claim;
    }

    FileLoad load() {
        return requireNonNull(claim.load());
    }

    /** Takes the rows of {@code select-losses.sql}. */
    void lost(List<SqlRow> rows) {
        losses = rows.stream().map(Loss::of).toList();
    }

    /** Takes the rows of {@code select-parked-lines.sql}. */
    void parked(List<SqlRow> rows) {
        parkedLines = rows.stream().map(row -> row.integer("line")).collect(Collectors.toSet());
    }

    /** The first lines whose sales would wait. */
    Set<Integer> parkedLines() {
        return parkedLines;
    }

    /** Why rows would not load: first those that are bad or wait, the most money first, then those that are no sale. */
    List<Loss> losses() {
        return Stream.concat(
                        losses.stream(),
                        load().books().leftOut().entrySet().stream().map(Loss::ofLeftOut))
                .toList();
    }

    /** The parameters of the statements about the rows that would not load. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of("fileId", load().fileId());
    }
}
