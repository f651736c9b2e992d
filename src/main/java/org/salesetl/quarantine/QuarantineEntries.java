package org.salesetl.quarantine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.PersonalCells;
import org.salesetl.layout.RejectsTable;
import org.salesetl.load.FileLoad;
import org.salesetl.mapping.Column;
import org.salesetl.row.BulkRow;
import org.salesetl.sql.SqlRow;
import org.salesetl.validation.Fault;
import org.salesetl.validation.UnloadedSale;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.web.Caller;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.Words;
import org.springframework.stereotype.Component;

/** Writes quarantined rows to their table, and reads them from the table. The table keeps the faults as JSON. */
@Component
public class QuarantineEntries {

    private static final UnloadedSale NO_SALE = new UnloadedSale(null, null, null, null, null);
    private static final String LOAD = "quarantine/load";
    private static final String LOAD_RETURNED = "quarantine/load-returned";

    private final ObjectMapper json;
    private final Words words;

    QuarantineEntries(ObjectMapper json, Words words) {
        this.json = json;
        this.words = words;
    }

    /** Keeps the bad rows of a chunk, and the numbers of the rows that come back, until they can be stored. */
    public void keep(Verdicts verdicts) {
        keep(verdicts.rejected(), verdicts.load());
        if (verdicts.load().isOfRejects()) {
            verdicts.load().tables().keep(LOAD_RETURNED, verdicts.returned());
        }
    }

    /** Keeps rows of a file until they can be stored. */
    public void keep(List<QuarantinedRow> rows, FileLoad load) {
        load.tables().keep(LOAD, rows.stream().map(row -> entry(row, load)).toList());
    }

    /** Waits until the rows of a file are stored. */
    public void finish(FileLoad load) {
        load.tables().finish(LOAD);
    }

    /** Waits until the numbers of the rows that a file brings back are stored. */
    void finishReturned(FileLoad load) {
        load.tables().finish(LOAD_RETURNED);
    }

    private BulkRow entry(QuarantinedRow row, FileLoad load) {
        String reasons = row.faults().stream()
                .map(fault -> fault.reason().label())
                .distinct()
                .collect(Collectors.joining(","));
        UnloadedSale sale = row.sale() == null ? NO_SALE : row.sale();
        return columns -> columns.number(load.fileId())
                .number(row.line())
                .text(load.kind().label())
                .text(row.status().label())
                .text(row.faults().get(0).reason().label())
                .text(reasons)
                .text(write(row.faults()))
                .text(row.raw())
                .text(row.occurrence() == null ? null : row.occurrence().toString())
                .decimal(sale.revenue())
                .text(sale.date() == null ? null : sale.date().format(DateTimeFormatter.BASIC_ISO_DATE))
                .text(sale.customerId())
                .text(sale.productId())
                .text(sale.saleId())
                .text(sale.originalCurrency())
                .decimal(sale.originalAmount())
                .end();
    }

    private String write(List<Fault> faults) {
        try {
            return json.writeValueAsString(faults.stream()
                    .map(fault -> new FaultJson(fault.reason().label(), fault.column(), fault.value(), fault.message()))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Faults are plain text and can always be written", e);
        }
    }

    /**
     * The faults of a stored row that apply now. The reasons of a parked sale change when files load.
     *
     * @param faults the JSON that was stored
     * @param reasons the codes that apply now, separated by commas
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
                    current.add(new FaultJson(code, null, null, words.say("reason." + code)));
                }
                current.addAll(matching);
            }
            return current;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored faults cannot be read", e);
        }
    }

    /** The rows as JSON and pages show them. */
    QuarantineListing listing(QuarantineDraft draft) {
        return new QuarantineListing(
                draft.rows().stream().map(row -> entry(row, draft.caller())).toList(), draft.total());
    }

    /**
     * The only row, as JSON and pages show it.
     *
     * @throws NotFoundException if there is no such row
     */
    QuarantineListing.Entry only(QuarantinedRowQuery.Found found) {
        SqlRow row = found.row();
        if (row == null) {
            throw new NotFoundException("There is no row " + found.query().id() + " in quarantine");
        }
        return entry(row, found.query().caller());
    }

    /** The names in the rows of {@code select-file-names.sql}. */
    static List<String> fileNames(List<SqlRow> rows) {
        return rows.stream().map(row -> row.text("name")).toList();
    }

    private QuarantineListing.Entry entry(SqlRow row, Caller caller) {
        String kind = row.text("kind");
        String raw = caller.masked() ? caller.seen(masked(row)) : row.text("raw");
        return new QuarantineListing.Entry(
                row.longInteger("quarantine_id"),
                row.text("file"),
                row.integer("line"),
                kind,
                row.text("status"),
                read(row.text("faults"), row.text("reasons")).stream()
                        .map(fault -> caller.masked() ? masked(fault, kind, caller) : fault)
                        .toList(),
                raw,
                row.decimalOrNull("amount"),
                row.textOrNull("original_currency"),
                row.decimalOrNull("original_amount"),
                row.time("loaded_at"),
                row.textOrNull("settled_by"),
                row.integerOrNull("settled_line"),
                row.textOrNull("note"),
                fields(row, raw));
    }

    /** The row without what may say something of a person. */
    private static String masked(SqlRow row) {
        String header = row.textOrNull("header");
        if (header == null) {
            return PersonalCells.MASK;
        }
        char delimiter = row.text("delimiter").charAt(0);
        List<String> cells = RejectsTable.cells(RejectsTable.cells(header, ','), row.text("raw"), delimiter);
        return RejectsTable.line(PersonalCells.of(row).masked(cells), delimiter);
    }

    /** What is wrong with a row says what is in it, unless it is about a column that says nothing of a person. */
    private FaultJson masked(FaultJson fault, String kind, Caller caller) {
        boolean known = fault.column() != null
                && Labelled.find(Column.class, fault.column())
                        .filter(column -> !PersonalCells.isPersonal(column, Labelled.of(Kind.class, kind)))
                        .isPresent();
        return known
                ? new FaultJson(
                        fault.code(),
                        fault.column(),
                        fault.value() == null ? null : caller.seen(fault.value()),
                        caller.seen(fault.message()))
                : new FaultJson(
                        fault.code(),
                        fault.column(),
                        fault.value() == null ? null : PersonalCells.MASK,
                        words.say("reason." + fault.code()));
    }

    /** The cells of the row with the names of their columns, without cells beyond the header; empty if there is no header. */
    private static List<QuarantineListing.Field> fields(SqlRow row, String raw) {
        String header = row.textOrNull("header");
        if (header == null) {
            return List.of();
        }
        List<String> columns = RejectsTable.cells(header, ',');
        List<String> cells =
                RejectsTable.cells(columns, raw, row.text("delimiter").charAt(0));
        List<QuarantineListing.Field> fields = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            fields.add(new QuarantineListing.Field(columns.get(i), i < cells.size() ? cells.get(i) : ""));
        }
        return fields;
    }

    /** A fault as it is stored and served. */
    public record FaultJson(
            String code, @Nullable String column, @Nullable String value, String message) {}
}
