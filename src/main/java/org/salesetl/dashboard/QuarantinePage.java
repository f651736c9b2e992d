package org.salesetl.dashboard;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salesetl.layout.RejectColumns;
import org.salesetl.quarantine.QuarantineEntries.FaultJson;
import org.salesetl.quarantine.QuarantineListing;
import org.salesetl.quarantine.QuarantineQuery;
import org.salesetl.quarantine.ReasonCount;
import org.salesetl.text.Text;
import org.salesetl.validation.Reason;
import org.salesetl.web.Page;
import org.salesetl.web.Paging;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Puts the page of the quarantine together. */
@Component
class QuarantinePage {

    Page page(QuarantinePageDraft draft, WebRequest request) {
        QuarantineListing listing = draft.listing();
        QuarantineQuery query = draft.query();
        List<ReasonCount> counts = draft.counts();
        WebRequest fromTheTop = request.with("offset", null);
        String filters = fromTheTop.with("limit", null).query();
        Map<String, Object> model = new HashMap<>();
        model.put("query", query);
        model.put("rows", listing.rows());
        model.put(
                "counts",
                counts.stream()
                        .map(count -> new Chip(
                                count,
                                fromTheTop
                                        .with("reason", count.reason())
                                        .with("status", count.status())
                                        .url(),
                                count.reason().equals(query.reason())))
                        .toList());
        model.put("reasons", Reason.values());
        model.put("rejected", total(counts, "rejected"));
        model.put("parked", total(counts, "parked"));
        model.put("waiting", counts.stream().map(ReasonCount::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        model.put("files", draft.files());
        model.put("guests", draft.guests());
        model.put("slice", query.slice().toParameters());
        model.put(
                "paging",
                Paging.of(request, query.limit(), query.offset(), listing.rows().size(), listing.total()));
        model.put("csv", "/api/quarantine.csv" + (filters.isEmpty() ? "" : "?" + filters));
        model.put("json", "/api" + request.url());
        return new Page("quarantine", model);
    }

    Page one(QuarantineListing.Entry row) {
        return new Page(
                "quarantined-row",
                Map.of(
                        "row",
                        row,
                        "fields",
                        row.fields().stream()
                                .filter(field -> !RejectColumns.isOne(field.column()))
                                .map(field -> new Cell(field, row.reasons()))
                                .toList()));
    }

    private static long total(List<ReasonCount> counts, String status) {
        return counts.stream()
                .filter(count -> count.status().equals(status))
                .mapToLong(ReasonCount::rows)
                .sum();
    }

    /** A field of a row, with what is wrong with it. */
    record Cell(String column, String value, List<String> problems) {

        /** Whether a field of one line cannot hold it. */
        public boolean isTall() {
            return value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0;
        }

        Cell(QuarantineListing.Field field, List<FaultJson> faults) {
            this(
                    field.column(),
                    field.value(),
                    faults.stream()
                            .filter(fault -> fault.column() != null
                                    && Text.strip(field.value()).equals(fault.value()))
                            .map(FaultJson::message)
                            .toList());
        }
    }

    /** A reason that one click chooses. */
    record Chip(ReasonCount count, String url, boolean current) {}
}
