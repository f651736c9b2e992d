package org.salesetl.lineage;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.salesetl.web.Page;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Makes the pages about the origin of numbers. */
@Component
class LineagePage {

    Page facts(FactListing listing, FactQuery query, WebRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put("facts", listing.rows());
        model.put("filters", inWords(listing.filters()));
        model.put("first", query.offset() + 1);
        FactTotals totals = listing.totals();
        if (totals != null) {
            model.put("totals", totals);
        }
        model.put("json", "/api" + request.url());
        model.put("csv", file(request, "csv"));
        model.put("xlsx", file(request, "xlsx"));
        if (query.offset() > 0) {
            model.put(
                    "previousUrl",
                    request.with("offset", Math.max(0, query.offset() - query.limit()))
                            .url());
        }
        if (listing.hasMore()) {
            model.put(
                    "nextUrl",
                    request.with("offset", query.offset() + query.limit()).url());
        }
        return new Page("facts", model);
    }

    /** The URL of a file with all these sales. */
    private static String file(WebRequest request, String ending) {
        return request.at("/api/facts." + ending)
                .with("limit", null)
                .with("offset", null)
                .url();
    }

    private static Map<String, String> inWords(Map<String, Object> filters) {
        Map<String, String> words = new LinkedHashMap<>();
        filters.forEach((name, value) -> words.put(
                name,
                value instanceof Collection<?> several
                        ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        : value.toString()));
        return words;
    }

    Page record(RawRecord record) {
        return new Page("raw-record", Map.of("record", record));
    }
}
