package org.salesetl.dashboard;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.WebRequest;

/**
 * What the text of a filter may mean, each with the page that it leads to.
 *
 * @param kind product or customer
 * @param text the text, which is the id of none
 * @param choices the best matches
 * @param matches how many match; 0 if these are too many to filter by
 * @param all the page with all matches instead of the text; null if one matches, or too many
 */
record SuggestedChoices(
        String kind,
        String text,
        List<Found> choices,
        int matches,
        @Nullable String all) {

    static SuggestedChoices of(Suggestion suggestion, WebRequest request, MetricFilter filter) {
        String kind = suggestion.kind().label();
        List<String> all = suggestion.all().stream().map(Search.Found::id).toList();
        return new SuggestedChoices(
                kind,
                suggestion.text(),
                suggestion.best().stream()
                        .map(found -> new Found(
                                found.id(),
                                found.name(),
                                found.detail(),
                                url(suggestion, List.of(found.id()), request, filter)))
                        .toList(),
                all.size(),
                all.size() < 2 ? null : url(suggestion, all, request, filter));
    }

    private static String url(Suggestion suggestion, List<String> meant, WebRequest request, MetricFilter filter) {
        List<String> ids = suggestion.kind().ids(filter).stream()
                .flatMap(id -> id.equals(suggestion.text()) ? meant.stream() : Stream.of(id))
                .distinct()
                .toList();
        return request.withAll(suggestion.kind().label(), ids).url();
    }

    /**
     * A product or customer.
     *
     * @param detail the category of the product, or the city of the customer
     * @param url the page with this product or customer instead of the text
     */
    record Found(String id, String name, String detail, String url) {}
}
