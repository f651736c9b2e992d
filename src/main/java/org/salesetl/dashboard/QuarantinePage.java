package org.salesetl.dashboard;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.salesetl.correction.CorrectableRow;
import org.salesetl.quarantine.QuarantineApiRoutes;
import org.salesetl.quarantine.QuarantineListing;
import org.salesetl.quarantine.QuarantineQuery;
import org.salesetl.quarantine.ReasonCount;
import org.salesetl.validation.Reason;
import org.salesetl.web.Page;
import org.salesetl.web.Paging;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Makes the pages of the quarantine. */
@Component
class QuarantinePage {

    Page page(QuarantinePageDraft draft, WebRequest request) {
        QuarantineListing listing = draft.listing();
        QuarantineQuery query = draft.query();
        List<ReasonCount> counts = draft.counts();
        WebRequest firstPage = request.with("offset", null);
        String filters = firstPage.with("limit", null).query();
        Map<String, Object> model = new HashMap<>();
        model.put("filter", query.filter());
        model.put("rows", listing.rows());
        model.put(
                "counts",
                counts.stream()
                        .map(count -> new Chip(
                                count,
                                firstPage
                                        .with("reason", count.reason())
                                        .with("status", count.status())
                                        .url(),
                                count.reason().equals(query.filter().reason())))
                        .toList());
        model.put("reasons", Reason.values());
        model.put("rejected", total(counts, "rejected"));
        model.put("parked", total(counts, "parked"));
        model.put("waiting", counts.stream().map(ReasonCount::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        model.put("deleted", draft.deleted());
        model.put("files", files(draft));
        model.put(
                "newestFiles",
                draft.files().size() > QuarantineApiRoutes.MOST_FILES ? QuarantineApiRoutes.MOST_FILES : 0);
        model.put("guests", draft.guests());
        model.put("rates", draft.rates());
        model.put("slice", query.filter().slice().toParameters());
        model.put(
                "paging",
                Paging.of(request, query.limit(), query.offset(), listing.rows().size(), listing.total()));
        model.put("csv", "/api/quarantine.csv" + (filters.isEmpty() ? "" : "?" + filters));
        model.put("json", "/api" + request.url());
        return new Page("quarantine", model);
    }

    Page one(QuarantineListing.Entry row) {
        return new Page("quarantined-row", Map.of("row", row, "correctable", CorrectableRow.of(row)));
    }

    /** The files to choose from. The chosen file is always one of them. */
    private static List<String> files(QuarantinePageDraft draft) {
        String chosen = draft.query().filter().file();
        return Stream.concat(Stream.ofNullable(chosen), draft.files().stream().limit(QuarantineApiRoutes.MOST_FILES))
                .distinct()
                .sorted()
                .toList();
    }

    private static long total(List<ReasonCount> counts, String status) {
        return counts.stream()
                .filter(count -> count.status().equals(status))
                .mapToLong(ReasonCount::rows)
                .sum();
    }

    /**
     * A reason that one click chooses as a filter.
     *
     * @param url the page with this filter
     * @param current whether the page has this filter now
     */
    record Chip(ReasonCount count, String url, boolean current) {}
}
