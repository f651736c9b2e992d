package org.salesetl.quarantine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlRow;
import org.salesetl.bulk.BulkRow;
import org.salesetl.ledger.FileLoad;
import org.salesetl.validation.Fault;
import org.salesetl.validation.Reason;
import org.springframework.stereotype.Component;

/** Between quarantined rows and their table, where the faults are kept as JSON. */
@Component
public class QuarantineEntries {

    private static final String LOAD = "quarantine/load";

    private final ObjectMapper json;

    QuarantineEntries(ObjectMapper json) {
        this.json = json;
    }

    /** Keeps rows of a file until they can be stored. */
    void keep(List<QuarantinedRow> rows, FileLoad load) {
        load.tables().keep(LOAD, rows.stream().map(row -> entry(row, load)).toList());
    }

    /** Waits until the rows of a file are stored. */
    void finish(FileLoad load) {
        load.tables().finish(LOAD);
    }

    private BulkRow entry(QuarantinedRow row, FileLoad load) {
        String reasons = row.faults().stream()
                .map(fault -> fault.reason().code())
                .distinct()
                .collect(Collectors.joining(","));
        return columns -> columns.number(load.fileId())
                .number(row.line())
                .text(load.layout().kind().label())
                .text(row.status().label())
                .text(row.faults().get(0).reason().code())
                .text(reasons)
                .text(write(row.faults()))
                .text(row.raw())
                .text(row.occurrence() == null ? null : row.occurrence().toString())
                .end();
    }

    private String write(List<Fault> faults) {
        try {
            return json.writeValueAsString(faults.stream()
                    .map(fault -> new FaultJson(fault.reason().code(), fault.column(), fault.value(), fault.message()))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Faults are plain text and can always be written", e);
        }
    }

    /**
     * The faults of a stored row that still apply: what a parked sale waits for changes as files come in.
     *
     * @param faults the JSON that was stored
     * @param reasons the codes that apply, separated by commas
     */
    List<FaultJson> read(String faults, String reasons) {
        try {
            List<FaultJson> stored = json.readValue(faults, new TypeReference<>() {});
            List<FaultJson> current = new ArrayList<>();
            for (String code : reasons.split(",", -1)) {
                List<FaultJson> matching = stored.stream()
                        .filter(fault -> fault.code().equals(code))
                        .toList();
                if (matching.isEmpty() && !code.isEmpty()) {
                    current.add(new FaultJson(code, null, null, Reason.of(code).sentence()));
                }
                current.addAll(matching);
            }
            return current;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored faults are not what was written", e);
        }
    }

    /** The rows of {@code select.sql} as they are shown. */
    public QuarantineListing listing(List<Map<String, Object>> rows, long total) {
        return new QuarantineListing(
                rows.stream().map(SqlRow::new).map(this::entry).toList(), total);
    }

    /** The names in the rows of {@code select-file-names.sql}. */
    List<String> fileNames(List<Map<String, Object>> rows) {
        return rows.stream().map(SqlRow::new).map(row -> row.text("name")).toList();
    }

    private QuarantineListing.Entry entry(SqlRow row) {
        return new QuarantineListing.Entry(
                row.longInteger("quarantine_id"),
                row.text("file"),
                row.integer("line"),
                row.text("kind"),
                row.text("status"),
                read(row.text("faults"), row.text("reasons")),
                row.text("raw"));
    }

    /** A fault as it is stored and served. */
    public record FaultJson(
            String code, @Nullable String column, @Nullable String value, String message) {}
}
