package org.salesetl.dashboard;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;

/** Products or customers that a filter may mean, because its text is the id of none. */
final class Suggestion implements SqlParameters {

    /** A link with more ids may be too long for a browser. */
    private static final int MOST_IN_LINK = 100;

    private final ProfileKind kind;
    private final String text;
    private List<Search.Found> found = List.of();

    Suggestion(ProfileKind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    ProfileKind kind() {
        return kind;
    }

    String text() {
        return text;
    }

    /** Stores the rows of {@code search-products.sql} or {@code search-customers.sql}. */
    void found(List<SqlRow> rows) {
        found = Search.found(rows);
    }

    /** The best matches; empty if nothing matches. */
    List<Search.Found> best() {
        return found.stream().limit(Search.FEW).toList();
    }

    /** All matches; none if there are too many for a link. */
    List<Search.Found> all() {
        return found.size() > MOST_IN_LINK ? List.of() : found;
    }

    /** The parameters of {@code search-products.sql} and {@code search-customers.sql}. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return Search.parameters(text, MOST_IN_LINK + 1);
    }
}
