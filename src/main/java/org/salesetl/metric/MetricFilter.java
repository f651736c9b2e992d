package org.salesetl.metric;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.WebRequest;
import org.springframework.web.util.UriUtils;

/**
 * The slice that a question is about.
 *
 * @param from the first day; null for no bound
 * @param to the last day; null for no bound
 * @param categories only products of these; empty for all
 * @param cities only customers of these; empty for all
 */
public record MetricFilter(
        @Nullable LocalDate from, @Nullable LocalDate to, List<String> categories, List<String> cities) {

    private static final int FIRST_KEY = 0;
    private static final int LAST_KEY = 99_999_999;

    public MetricFilter {
        categories = List.copyOf(categories);
        cities = List.copyOf(cities);
    }

    /**
     * The filter that a request asks for.
     *
     * @throws BadRequestException if a date is none, or the last day is before the first
     */
    public static MetricFilter of(WebRequest request) {
        LocalDate from = request.date("from");
        LocalDate to = request.date("to");
        if (from != null && to != null && to.isBefore(from)) {
            throw new BadRequestException("to", "a date that is not before from, " + from, to.toString());
        }
        return new MetricFilter(from, to, request.all("category"), request.all("city"));
    }

    /** Whether nothing is filtered. */
    public boolean isEmpty() {
        return from == null && to == null && categories.isEmpty() && cities.isEmpty();
    }

    /** Whether every day and every product is in the slice. */
    boolean isOfAllSales() {
        return from == null && to == null && categories.isEmpty();
    }

    /** The first day as a key of {@code dim_date}, or one before them all. */
    public int fromKey() {
        return from == null ? FIRST_KEY : key(from);
    }

    /** The last day as a key of {@code dim_date}, or one after them all. */
    public int toKey() {
        return to == null ? LAST_KEY : key(to);
    }

    /** The filter as it stands in an answer: only what is filtered. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (from != null) {
            json.put("from", from.toString());
        }
        if (to != null) {
            json.put("to", to.toString());
        }
        if (!categories.isEmpty()) {
            json.put("category", categories);
        }
        if (!cities.isEmpty()) {
            json.put("city", cities);
        }
        return json;
    }

    /** The filter as a query string without its question mark; empty if nothing is filtered. */
    public String toQuery() {
        StringJoiner query = new StringJoiner("&");
        if (from != null) {
            query.add("from=" + from);
        }
        if (to != null) {
            query.add("to=" + to);
        }
        categories.forEach(category -> query.add("category=" + UriUtils.encode(category, "UTF-8")));
        cities.forEach(city -> query.add("city=" + UriUtils.encode(city, "UTF-8")));
        return query.toString();
    }

    private static int key(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }
}
