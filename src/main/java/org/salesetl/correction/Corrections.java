package org.salesetl.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesetl.inbox.Inbox;
import org.salesetl.load.Claim;
import org.salesetl.question.DryRun;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.Input;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.WebRequest;
import org.salesetl.work.WorkFolder;
import org.springframework.stereotype.Component;

/** Reads what people want to do with rows in the quarantine, and drops corrected rows again. */
@Component
class Corrections {

    /** The names of form fields with cells, for example {@code cell.12.order_date} for the row with the number 12 in the quarantine. */
    private static final Pattern CELL = Pattern.compile("cell\\.(\\d{1,18})\\.(.*)", Pattern.DOTALL);

    private static final int MOST_ROWS = 500;
    private static final int LONGEST_NOTE = 500;
    private static final String EXAMPLE =
            "{\"ids\":[1,2],\"cells\":{\"order_date\":\"2025-01-31\"}} or" + " {\"ids\":[1,2],\"note\":\"why\"}";

    private static final Input IDS = Input.required(
            "ids",
            Map.of(
                    "type",
                    "array",
                    "items",
                    Input.wholeNumber(1, Integer.MAX_VALUE),
                    "minItems",
                    1,
                    "maxItems",
                    MOST_ROWS));

    /** The fields of a body that loads rows again. */
    static final List<Input> RETRY_FIELDS =
            List.of(IDS, Input.optional("cells", Input.valuesByName(Map.of("type", "string"))));

    /** The fields of a body that dismisses rows. */
    static final List<Input> DISMISS_FIELDS = List.of(IDS, Input.optional("note", Input.text(LONGEST_NOTE)));

    private final ObjectMapper json;
    private final Inbox inbox;
    private final WorkFolder folder;
    private final DryRun dryRun;

    Corrections(ObjectMapper json, Inbox inbox, WorkFolder folder, DryRun dryRun) {
        this.json = json;
        this.inbox = inbox;
        this.folder = folder;
        this.dryRun = dryRun;
    }

    /**
     * Some rows, and what is to be done with them.
     *
     * @param ids the numbers of the rows in the quarantine
     * @param cells the new cells of each row by the names of their columns; other cells do not change
     * @param note why the rows are dismissed; empty if nobody says
     */
    record Correction(List<Long> ids, Map<Long, Map<String, String>> cells, String note) implements SqlParameters {

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

        /** The new cells of a row by the names of their columns. */
        Map<String, String> cells(long id) {
            return cells.getOrDefault(id, Map.of());
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
            Map<String, String> cells = read.cells == null ? Map.of() : read.cells;
            return new Correction(
                    read.ids,
                    read.ids.stream().distinct().collect(Collectors.toMap(Function.identity(), id -> cells)),
                    read.note == null ? "" : read.note);
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
        Map<Long, Map<String, String>> cells = new HashMap<>();
        request.parameters().forEach((name, values) -> {
            Matcher cell = CELL.matcher(name);
            if (cell.matches()) {
                cells.computeIfAbsent(Long.valueOf(cell.group(1)), row -> new HashMap<>())
                        .put(cell.group(2), values.isEmpty() ? "" : values.get(0));
            }
        });
        String note = request.one("note");
        return new Correction(ids, cells, note == null ? "" : note);
    }

    /**
     * The corrected rows as files of rejects, one for each file that the rows came from.
     *
     * @throws NotFoundException if none of the rows is rejected now
     */
    List<ReturnedFile> files(ReturnDraft draft) {
        if (draft.rows().isEmpty()) {
            throw new NotFoundException("None of these rows is waiting to be corrected");
        }
        Map<Integer, List<SqlRow>> files = new LinkedHashMap<>();
        draft.rows()
                .forEach(row -> files.computeIfAbsent(row.integer("file_id"), none -> new ArrayList<>())
                        .add(row));
        return files.values().stream()
                .map(rows -> new ReturnedFile(rows, draft.correction()))
                .toList();
    }

    /** Writes the file into the work folder, where it can be judged. */
    void write(ReturnedFile file) throws IOException {
        Path path = folder.path().resolve(UUID.randomUUID().toString());
        file.writtenTo(path);
        Files.writeString(path, file.csv());
    }

    /** Stores what is wrong with the rows of the file. */
    ReturnedFile judged(ReturnedFile file, Claim claim) {
        try {
            file.judged(dryRun.faults(claim.drop(), claim.layout()));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read from the work folder", e);
        }
    }

    /** Drops the rows that would load. The new files load as all files do. */
    void drop(ReturnDraft draft) throws IOException {
        for (ReturnedFile file : draft.files()) {
            ReturnedFile good = file.withoutFaults();
            if (!good.isEmpty()) {
                inbox.drop(good.name(), new ByteArrayInputStream(good.csv().getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private record Body(
            @Nullable List<Long> ids,
            @Nullable Map<String, String> cells,
            @Nullable String note) {}
}
