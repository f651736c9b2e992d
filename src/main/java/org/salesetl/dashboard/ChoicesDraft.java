package org.salesetl.dashboard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlRow;

/** Collects the choices for filters. */
final class ChoicesDraft {

    private static final int MOST_CITIES = 400;

    private final LocalDate today;
    private List<String> categories = List.of();
    private List<String> cities = List.of();
    private List<YearMonth> months = List.of();
    private @Nullable DateRange dates;

    /** @param today the calendar day of the service */
    ChoicesDraft(LocalDate today) {
        this.today = today;
    }

    /** Stores the rows of {@code select-categories.sql}. */
    void categories(List<SqlRow> rows) {
        categories = names(rows);
    }

    /** Stores the rows of {@code select-cities.sql}. Cities with the most customers come first. */
    void cities(List<SqlRow> rows) {
        cities = names(rows);
    }

    /** Stores the rows of {@code select-months.sql}. */
    void months(List<SqlRow> rows) {
        months = rows.stream()
                .map(row -> row.integer("month"))
                .map(month -> YearMonth.of(month / 100, month % 100))
                .toList();
    }

    /** Stores the row of {@code select-date-range.sql}. */
    void dates(@Nullable SqlRow row) {
        dates = row == null ? null : DateRange.of(row, today);
    }

    /** The choices for filters. */
    FilterChoices choices() {
        return new FilterChoices(
                categories,
                cities.stream()
                        .limit(MOST_CITIES)
                        .sorted(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()))
                        .toList(),
                cities.size() > MOST_CITIES,
                months,
                dates);
    }

    private static List<String> names(List<SqlRow> rows) {
        return rows.stream().map(row -> row.text("name")).toList();
    }
}
