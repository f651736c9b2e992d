package org.salesetl.dashboard;

import java.util.List;
import java.util.Map;
import org.salesetl.SqlPattern;
import org.salesetl.SqlRow;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.WebRequest;

/** Products or customers of which somebody knows the beginning of an id, or a part of a name. */
final class Search {

    private Search() {}

    /**
     * Parameters of {@code search-products.sql} and {@code search-customers.sql}.
     *
     * @throws BadRequestException if there is nothing to search for
     */
    static Map<String, Object> parameters(WebRequest request) {
        String text = request.one("q");
        if (text == null) {
            throw new BadRequestException("q", "the beginning of an id, or a part of a name", "nothing");
        }
        String literal = SqlPattern.literal(text);
        return Map.of("text", text, "beginning", literal + "%", "anywhere", "%" + literal + "%");
    }

    /** What was found, the best first. */
    static List<Found> found(List<SqlRow> rows) {
        return rows.stream()
                .map(row -> new Found(row.text("id"), row.text("name"), row.text("detail")))
                .toList();
    }

    /**
     * A product or a customer.
     *
     * @param detail the product's category, or the customer's city
     */
    record Found(String id, String name, String detail) {}
}
