package org.salesetl.dashboard;

import java.util.List;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.WebRequest;

/**
 * What the text of a filter may mean, each with the page that it leads to.
 *
 * @param kind product or customer
 * @param text the text, which is the id of none
 */
record SuggestedChoices(String kind, String text, List<Found> choices) {

    static SuggestedChoices of(Suggestion suggestion, WebRequest request, MetricFilter filter) {
        String kind = suggestion.kind().label();
        return new SuggestedChoices(
                kind,
                suggestion.text(),
                suggestion.found().stream()
                        .map(found -> new Found(
                                found.id(), found.name(), found.detail(), url(suggestion, found.id(), request, filter)))
                        .toList());
    }

    private static String url(Suggestion suggestion, String meant, WebRequest request, MetricFilter filter) {
        List<String> ids = suggestion.kind().ids(filter).stream()
                .map(id -> id.equals(suggestion.text()) ? meant : id)
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
