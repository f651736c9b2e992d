package org.salesetl.dashboard;

import java.util.List;
import java.util.stream.Stream;
import org.salesetl.metric.Change;
import org.salesetl.metric.Changes;
import org.salesetl.web.DisplayFormats;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Says what moved: the categories, products and customers whose revenue changed the most since the period that the page compares with. */
@Component
class Movers {

    private final DisplayFormats formats;

    Movers(DisplayFormats formats) {
        this.formats = formats;
    }

    /** A sentence for each kind with a change. */
    List<Sentence> of(Changes changes, WebRequest request) {
        return Stream.of(
                        sentence("category", changes.categories(), request),
                        sentence("product", changes.products(), request),
                        sentence("customer", changes.customers(), request))
                .filter(sentence -> !sentence.movers().isEmpty())
                .toList();
    }

    private Sentence sentence(String kind, List<Change> changes, WebRequest request) {
        return new Sentence(
                kind,
                changes.stream()
                        .map(change ->
                                mover(change, request.with(kind, change.id()).url()))
                        .toList());
    }

    private Mover mover(Change change, String url) {
        boolean up = change.change().signum() > 0;
        return new Mover(
                change.name().isBlank() ? change.id() : change.name(),
                formats.money(change.change().abs()),
                up ? "up" : "down",
                url);
    }

    /** What moved by category, by product or by customer. */
    record Sentence(String kind, List<Mover> movers) {}

    /**
     * A category, product or customer whose revenue has changed.
     *
     * @param change by how much the revenue has changed
     * @param direction {@code up} or {@code down}
     * @param url the page with this category, product or customer alone
     */
    record Mover(String name, String change, String direction, String url) {}
}
