package org.salesetl.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;
import org.salesetl.web.Page;
import org.salesetl.web.Paging;
import org.salesetl.web.WebRequest;

/** Collects what the page of the audit shows. */
final class AuditDraft implements SqlParameters {

    private final AuditQuery query;
    private List<AuditEntry> entries = List.of();
    private long counted;

    AuditDraft(AuditQuery query) {
        this.query = query;
    }

    /** Takes over the rows of {@code select.sql}. */
    void found(List<SqlRow> rows) {
        entries = rows.stream().map(AuditEntry::of).toList();
    }

    /** Takes over how many entries {@code count.sql} has counted. */
    void counted(long entries) {
        counted = entries;
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return query.parameters();
    }

    Page page(WebRequest request) {
        String filters = request.with("offset", null).with("limit", null).query();
        Map<String, Object> model = new HashMap<>();
        model.put("query", query);
        model.put("entries", entries);
        model.put("acts", Act.values());
        model.put("paging", Paging.ofLong(request, query.limit(), query.offset(), entries.size(), counted));
        model.put("csv", "/api/audit.csv" + (filters.isEmpty() ? "" : "?" + filters));
        return new Page("audit", model);
    }
}
