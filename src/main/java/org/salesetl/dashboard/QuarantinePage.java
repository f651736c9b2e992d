package org.salesetl.dashboard;

import java.util.List;
import java.util.Map;
import org.salesetl.quarantine.QuarantineListing;
import org.salesetl.quarantine.QuarantineQuery;
import org.salesetl.quarantine.ReasonCount;
import org.salesetl.validation.Reason;
import org.salesetl.web.Page;
import org.salesetl.web.Paging;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Puts the page of the quarantine together. */
@Component
class QuarantinePage {

    Page page(
            QuarantineListing listing,
            QuarantineQuery query,
            List<ReasonCount> counts,
            List<String> files,
            WebRequest request) {
        WebRequest fromTheTop = request.with("offset", null);
        String filters = fromTheTop.with("limit", null).query();
        return new Page(
                "quarantine",
                Map.of(
                        "query",
                        query,
                        "rows",
                        listing.rows(),
                        "counts",
                        counts.stream()
                                .map(count -> new Chip(
                                        count,
                                        fromTheTop
                                                .with("reason", count.reason())
                                                .with("status", count.status())
                                                .url(),
                                        count.reason().equals(query.reason())))
                                .toList(),
                        "reasons",
                        Reason.values(),
                        "rejected",
                        total(counts, "rejected"),
                        "parked",
                        total(counts, "parked"),
                        "files",
                        files,
                        "paging",
                        Paging.of(
                                request,
                                query.limit(),
                                query.offset(),
                                listing.rows().size(),
                                listing.total()),
                        "csv",
                        "/api/quarantine.csv" + (filters.isEmpty() ? "" : "?" + filters),
                        "json",
                        "/api" + request.url()));
    }

    private static long total(List<ReasonCount> counts, String status) {
        return counts.stream()
                .filter(count -> count.status().equals(status))
                .mapToLong(ReasonCount::rows)
                .sum();
    }

    /** A reason that one click chooses. */
    record Chip(ReasonCount count, String url, boolean current) {}
}
