package org.salesetl.dashboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.slice.MetricFilter;
import org.salesetl.sql.SqlRow;
import org.salesetl.web.DisplayFormats;
import org.salesetl.web.WebRequest;
import org.salesetl.web.Words;
import org.springframework.stereotype.Component;

/** Lists the filters of a page, each with a link to the page without the filter. */
@Component
class ActiveFilters {

    private final DisplayFormats formats;
    private final Words words;

    ActiveFilters(DisplayFormats formats, Words words) {
        this.words = words;
        this.formats = formats;
    }

    /**
     * The filters of a page.
     *
     * @param chosen the rows of {@code select-chosen.sql}
     */
    List<Chip> of(FilterReading reading, List<SqlRow> chosen) {
        WebRequest request = reading.request();
        MetricFilter filter = reading.filter();
        Map<String, String> names = names(chosen);
        List<Chip> chips = new ArrayList<>();
        if (filter.from() != null) {
            chips.add(chip(words.say("chip.from", formats.date(filter.from())), request.with("from", null)));
        }
        if (filter.to() != null) {
            chips.add(chip(words.say("chip.to", formats.date(filter.to())), request.with("to", null)));
        }
        filter.categories().forEach(category -> chips.add(chip(category, request.without("category", category))));
        filter.cities().forEach(city -> chips.add(chip(city, request.without("city", city))));
        filter.products().forEach(id -> chips.add(chip("product", id, filter, names, request)));
        filter.customers().forEach(id -> chips.add(chip("customer", id, filter, names, request)));
        return chips;
    }

    private static Map<String, String> names(List<SqlRow> chosen) {
        Map<String, String> names = new HashMap<>();
        chosen.forEach(row -> names.put(row.text("kind") + " " + row.text("id"), row.text("name")));
        return names;
    }

    private static Chip chip(String name, WebRequest without) {
        return new Chip(name, FilterReading.ofAllTimeIfUnfiltered(without).url(), null);
    }

    /** A filter for a product or customer. If the warehouse does not know the product or customer, there is no link to its page. */
    private Chip chip(String kind, String id, MetricFilter filter, Map<String, String> names, WebRequest request) {
        String key = kind + " " + id;
        String without =
                FilterReading.ofAllTimeIfUnfiltered(request.without(kind, id)).url();
        return names.containsKey(key)
                ? new Chip(
                        names.get(key),
                        without,
                        "/" + kind + "?" + filter.with(kind, List.of(id)).toQuery())
                : new Chip(words.say("chip.unknown-" + kind, id), without, null);
    }

    /**
     * A filter as the page shows it.
     *
     * @param url the page without the filter
     * @param profile the page about this product or customer; null for other filters
     */
    record Chip(String name, String url, @Nullable String profile) {}
}
