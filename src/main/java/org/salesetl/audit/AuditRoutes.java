package org.salesetl.audit;

import static java.util.Arrays.asList;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.makeOf;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.tell;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.web.HttpAnswerRoutes.ADMIT_EXPORT;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_CSV;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.OneRowAtATimePolicy;
import org.salesetl.SalesEtlProperties;
import org.salesetl.sql.SqlRow;
import org.salesetl.web.Deed;
import org.salesetl.web.HttpRoutes;
import org.salesetl.web.Table;
import org.springframework.stereotype.Component;

/** Enters what requests have changed into the audit, and shows the audit. */
@Component
class AuditRoutes extends HttpRoutes {

    static final String SHOW_AUDIT = "show-audit";
    static final String SERVE_AUDIT_AS_CSV = "serve-audit-as-csv";

    private static final List<String> COLUMNS =
            List.of("at", "user_name", "address", "what", "thing", "value_before", "value_after");

    private final AuditTrail trail;
    private final ZoneId zone;

    AuditRoutes(AuditTrail trail, SalesEtlProperties properties) {
        this.trail = trail;
        this.zone = properties.zone();
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        from(direct(ENTER_DEED))
                .routeId(ENTER_DEED)
                .errorHandler(noErrorHandler())
                .setBody(makeOf(HttpRoutes::deed))
                .process(on(Deed.class, trail::enter));

        getPage("/audit", SHOW_AUDIT)
                .setBody(makeOfRequest(request -> new AuditDraft(AuditQuery.of(request, zone))))
                .enrich(query("audit/select"), tellRows(AuditDraft.class, AuditDraft::found))
                .enrich(query("audit/count").outputType("SelectOne"), tell(AuditDraft.class, Long.class, AuditDraft::counted))
                .setBody(makeWithRequest(AuditDraft.class, AuditDraft::page))
                .to(direct(WRITE_PAGE));

        // the rows are read while they are written
        get("/api/audit.csv", SERVE_AUDIT_AS_CSV, takes(AuditQuery.PARAMETERS).answersCsv())
                .to(direct(ADMIT_EXPORT))
                .setBody(makeOfRequest(request -> AuditQuery.of(request, zone).unlimited()))
                .to(query("audit/select")
                        .outputType("StreamList")
                        .advanced()
                        .prepareStatementStrategy("#" + OneRowAtATimePolicy.NAME))
                .setBody(make(Iterator.class, AuditRoutes::table))
                .to(direct(WRITE_CSV));
    }
    // spotless:on

    @SuppressWarnings("unchecked")
    private static Table table(Iterator<?> rows) {
        return Table.ofRows("audit", "audit", COLUMNS, (Iterator<Map<String, Object>>) rows, AuditRoutes::cells);
    }

    private static List<@Nullable Object> cells(SqlRow row) {
        AuditEntry entry = AuditEntry.of(row);
        return asList(
                entry.at().toString(),
                entry.user(),
                entry.address(),
                entry.what(),
                entry.thing(),
                entry.before(),
                entry.after());
    }
}
