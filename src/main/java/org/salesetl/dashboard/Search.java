package org.salesetl.dashboard;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlPattern;
import org.salesetl.sql.SqlRow;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.Parameter;
import org.salesetl.web.WebRequest;

/** A search for products or customers by the beginning of an id, or by a part of a name. */
final class Search {

    /** As many as a reader looks through while typing. */
    static final int FEW = 10;

    /** The text to search for. */
    static final Parameter<@Nullable String> TEXT = Parameter.needed("q");

    private Search() {}

    /**
     * Parameters of {@code search-products.sql} and {@code search-customers.sql}.
     *
     * @throws BadRequestException if the request has no text to search for
     */
    static Map<String, @Nullable Object> parameters(WebRequest request) {
        String text = TEXT.of(request);
        if (text == null) {
            throw new BadRequestException("q", "the beginning of an id, or a part of a name", "nothing");
        }
        return parameters(text, FEW);
    }

    /** The same parameters for a text, and for at most this many answers. */
    static Map<String, @Nullable Object> parameters(String text, int limit) {
        String literal = SqlPattern.literal(text);
        return Map.of("text", text, "beginning", literal + "%", "anywhere", "%" + literal + "%", "limit", limit);
    }

    /** The products or customers that were found, the best match first. */
    static List<Found> found(List<SqlRow> rows) {
        return rows.stream()
                .map(row -> new Found(row.text("id"), row.text("name"), row.text("detail")))
                .toList();
    }

    /**
     * A product or a customer that was found.
     *
     * @param detail the category of the product, or the city of the customer
     */
    record Found(String id, String name, String detail) {}
}
