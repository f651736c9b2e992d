package org.salesetl.dashboard;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlRow;

/** Collects what can be filtered by. */
final class ChoicesDraft {

    private static final int MOST_CITIES = 400;

    private List<String> categories = List.of();
    private List<String> cities = List.of();
    private @Nullable DateRange dates;

    /** Takes over the rows of {@code select-categories.sql}. */
    void categories(List<SqlRow> rows) {
        categories = names(rows);
    }

    /** Takes over the rows of {@code select-cities.sql}, those with the most customers first. */
    void cities(List<SqlRow> rows) {
        cities = names(rows);
    }

    /** Takes over the row of {@code select-date-range.sql}. */
    void dates(@Nullable SqlRow row) {
        dates = row == null ? null : DateRange.of(row);
    }

    /** What can be filtered by. */
    FilterChoices choices() {
        return new FilterChoices(
                categories,
                cities.stream()
                        .limit(MOST_CITIES)
                        .sorted(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()))
                        .toList(),
                cities.size() > MOST_CITIES,
                dates);
    }

    private static List<String> names(List<SqlRow> rows) {
        return rows.stream().map(row -> row.text("name")).toList();
    }
}
