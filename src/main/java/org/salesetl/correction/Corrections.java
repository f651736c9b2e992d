package org.salesetl.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlParameters;
import org.salesetl.SqlRow;
import org.salesetl.inbox.FileNames;
import org.salesetl.inbox.Inbox;
import org.salesetl.layout.RejectColumns;
import org.salesetl.layout.RejectsTable;
import org.salesetl.text.Formulas;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Reads what people want to do with rows in the quarantine, and drops corrected rows again. */
@Component
class Corrections {

    /** The start of the names of form fields with cells, for example {@code cell.order_date}. */
    private static final String CELL = "cell.";

    private static final int MOST_ROWS = 500;
    private static final int LONGEST_NOTE = 500;
    private static final String EXAMPLE =
            "{\"ids\":[1,2],\"cells\":{\"order_date\":\"2025-01-31\"}} or" + " {\"ids\":[1,2],\"note\":\"why\"}";

    private final ObjectMapper json;
    private final Inbox inbox;

    Corrections(ObjectMapper json, Inbox inbox) {
        this.json = json;
        this.inbox = inbox;
    }

    /**
     * Some rows, and what is to be done with them.
     *
     * @param ids the numbers of the rows in the quarantine
     * @param cells the new cells by the names of their columns, the same for all these rows; cells of other columns do not change
     * @param note why the rows are dismissed; empty if nobody says
     */
    record Correction(List<Long> ids, Map<String, String> cells, String note) implements SqlParameters {

        Correction {
            ids = List.copyOf(ids);
            cells = Map.copyOf(cells);
            if (ids.isEmpty() || ids.size() > MOST_ROWS) {
                throw new BadRequestException("ids", "1 to " + MOST_ROWS + " rows", ids.size() + " rows");
            }
            if (note.length() > LONGEST_NOTE) {
                throw new BadRequestException(
                        "note", "at most " + LONGEST_NOTE + " characters", note.length() + " characters");
            }
        }

        /** The parameters of all statements about the rows. */
        @Override
        public Map<String, @Nullable Object> parameters() {
            return Map.of("ids", ids, "note", note);
        }
    }

    /** The correction in a JSON body. */
    Correction read(@Nullable String body) {
        try {
            Body read = json.readValue(body == null ? "" : body, Body.class);
            if (read == null || read.ids == null || holdsNull(read.ids) || holdsNull(read.cells)) {
                throw new BadRequestException("body", EXAMPLE, String.valueOf(body));
            }
            return new Correction(
                    read.ids, read.cells == null ? Map.of() : read.cells, read.note == null ? "" : read.note);
        } catch (JsonProcessingException e) {
            throw new BadRequestException("body", EXAMPLE, String.valueOf(body));
        }
    }

    private static boolean holdsNull(List<?> values) {
        return values.stream().anyMatch(Objects::isNull);
    }

    private static boolean holdsNull(@Nullable Map<?, ?> values) {
        return values != null && values.values().stream().anyMatch(Objects::isNull);
    }

    /** The correction that a form asks for. An empty field makes the cell empty. */
    Correction chosen(WebRequest request) {
        List<Long> ids = new ArrayList<>();
        for (String id : request.all("id")) {
            if (!id.matches("\\d{1,18}")) {
                throw new BadRequestException("id", "a row's number", id);
            }
            ids.add(Long.parseLong(id));
        }
        Map<String, String> cells = new HashMap<>();
        request.parameters().forEach((name, values) -> {
            if (name.startsWith(CELL)) {
                cells.put(name.substring(CELL.length()), values.isEmpty() ? "" : values.get(0));
            }
        });
        String note = request.one("note");
        return new Correction(ids, cells, note == null ? "" : note);
    }

    /**
     * Drops the corrected rows again, in one file of rejects for each file that the rows came from. The new files load as all files do.
     *
     * @throws NotFoundException if none of the rows is rejected now
     */
    void drop(ReturnDraft draft) throws IOException {
        if (draft.rows().isEmpty()) {
            throw new NotFoundException("None of these rows is waiting to be corrected");
        }
        Map<Integer, List<SqlRow>> files = new LinkedHashMap<>();
        draft.rows()
                .forEach(row -> files.computeIfAbsent(row.integer("file_id"), none -> new ArrayList<>())
                        .add(row));
        for (List<SqlRow> file : files.values()) {
            inbox.drop(
                    FileNames.stem(file.get(0).text("file")) + ".corrected.csv",
                    new ByteArrayInputStream(
                            csv(file, draft.correction().cells()).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String csv(List<SqlRow> rows, Map<String, String> cells) throws IOException {
        Map<String, Object> header = new HashMap<>();
        header.put("header", rows.get(0).text("header"));
        header.put("delimiter", rows.get(0).text("delimiter"));
        header.put("numbered", rows.stream().anyMatch(row -> row.textOrNull("occurrence") != null) ? 1 : 0);
        RejectsTable table = new RejectsTable(new SqlRow(header));
        List<String> names = table.names();
        for (String column : cells.keySet()) {
            if (RejectColumns.isOne(column) || !names.contains(column)) {
                throw new BadRequestException("cells", "columns of the file, " + String.join(", ", names), column);
            }
        }
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(table.titles());
            for (SqlRow row : rows) {
                List<String> record = new ArrayList<>(table.record(row));
                for (int i = 0; i < names.size(); i++) {
                    String cell = cells.get(names.get(i));
                    if (cell != null) {
                        record.set(i, Formulas.disarm(cell));
                    }
                }
                printer.printRecord(record);
            }
        }
        return text.toString();
    }

    private record Body(
            @Nullable List<Long> ids,
            @Nullable Map<String, String> cells,
            @Nullable String note) {}
}
