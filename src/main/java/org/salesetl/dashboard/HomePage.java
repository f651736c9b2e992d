package org.salesetl.dashboard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salesetl.inbox.Inbox;
import org.salesetl.inbox.Untaken;
import org.salesetl.ledger.RunEntry;
import org.salesetl.ledger.UnsettledFile;
import org.salesetl.metric.Metric;
import org.salesetl.metric.MetricQuery;
import org.salesetl.metric.MetricResult;
import org.salesetl.outage.DiskRoom;
import org.salesetl.quarantine.ReasonCount;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.Page;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Puts the home page together. */
@Component
class HomePage {

    private static final int UNTAKEN = 10;

    private final ChartCards cards;
    private final DiskRoom room;
    private final Inbox inbox;

    HomePage(ChartCards cards, DiskRoom room, Inbox inbox) {
        this.room = room;
        this.cards = cards;
        this.inbox = inbox;
    }

    /** The questions that a first look answers. */
    List<MetricQuery> teasers() {
        return List.of(
                new MetricQuery(Metric.MONTHLY_REVENUE, MetricFilter.NONE),
                new MetricQuery(Metric.TOP_CITIES, MetricFilter.NONE));
    }

    Page page(
            Totals totals,
            RunEntry.Listing lastLoad,
            List<UnsettledFile> unsettled,
            List<ReasonCount> reasons,
            List<MetricResult> results,
            WebRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put("totals", totals);
        model.put("unsettled", unsettled);
        model.put("reasons", reasons);
        model.put("shortages", room.shortages());
        model.put("cards", cards.of(results, MetricFilter.NONE, request.at("/analytics")));
        model.put("inbox", inbox.folder().toString());
        List<Untaken> untaken = inbox.untaken();
        model.put("untaken", untaken.stream().limit(UNTAKEN).toList());
        model.put("untakenTotal", untaken.size());
        lastLoad.runs().stream().findFirst().ifPresent(run -> model.put("run", run));
        return new Page("home", model);
    }
}
