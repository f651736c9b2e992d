package org.salesetl.dashboard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salesetl.chart.SliceTotals;
import org.salesetl.inbox.Inbox;
import org.salesetl.inbox.Untaken;
import org.salesetl.outage.DiskRoom;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.Page;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Makes the home page. */
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

    Page page(HomeDraft draft, WebRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put("totals", draft.totals());
        model.put("unsettled", draft.unsettled());
        model.put("reasons", draft.reasons());
        model.put("shortages", room.shortages());
        model.put(
                "cards",
                cards.of(
                        draft.results(),
                        new SliceTotals(draft.totals().revenue(), null, null),
                        MetricFilter.NONE,
                        false,
                        FilterReading.ofAllTime(request).at("/analytics")));
        model.put("inbox", inbox.folder().toString());
        List<Untaken> untaken = inbox.untaken();
        model.put("untaken", untaken.stream().limit(UNTAKEN).toList());
        model.put("untakenTotal", untaken.size());
        draft.lastLoad().runs().stream().findFirst().ifPresent(run -> model.put("run", run));
        return new Page("home", model);
    }
}
