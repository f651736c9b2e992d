package org.salesetl.lineage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.archive.Archive;
import org.salesetl.layout.PersonalCells;
import org.salesetl.layout.RejectsTable;
import org.salesetl.personal.ForgottenCustomers;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;
import org.salesetl.text.DroppedRecords;
import org.salesetl.text.Encoding;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.web.Caller;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Finds records in the archive. */
@Component
class RawRecords {

    private final Archive archive;
    private final ForgottenCustomers forgotten;
    private final ZoneId zone;

    RawRecords(Archive archive, ForgottenCustomers forgotten, SalesEtlProperties properties) {
        this.forgotten = forgotten;
        this.archive = archive;
        this.zone = properties.zone();
    }

    /**
     * A line of a file.
     *
     * @param fileId the number of the file in the ledger
     * @param line the number of the line; the first line is 1
     */
    record Place(int fileId, int line) implements SqlParameters {

        /** Parameters of {@code select-file.sql}. */
        @Override
        public Map<String, @Nullable Object> parameters() {
            return Map.of("fileId", fileId);
        }
    }

    /**
     * A place, and the file in the ledger.
     *
     * @param file the row of {@code select-file.sql}; null if there is no such file
     */
    record Found(Place place, @Nullable SqlRow file) {}

    /**
     * The place that a path such as {@code /files/12/lines/812} names.
     *
     * @throws NotFoundException if the path has no such numbers
     */
    static Place named(WebRequest request) {
        String[] parts = request.path().split("/", -1);
        String file = parts[parts.length - 3];
        String line = parts[parts.length - 1];
        if (!file.matches("\\d{1,9}") || !line.matches("\\d{1,9}")) {
            throw new NotFoundException("There is no " + request.path() + "; files and lines have numbers");
        }
        return new Place(Integer.parseInt(file), Integer.parseInt(line));
    }

    /**
     * The record at a place, as somebody may see it: it says nothing of a customer who has been forgotten.
     *
     * @param caller who asks
     * @throws NotFoundException if there is no such file, if the file is not in the archive any more, or if no record starts on the line
     */
    RawRecord find(Found found, Caller caller) throws IOException {
        Place place = found.place();
        SqlRow file = found.file();
        String archivedAs = file == null ? null : file.textOrNull("archived_as");
        if (file == null || archivedAs == null) {
            throw new NotFoundException("There is no file " + place.fileId() + " in the archive");
        }
        Path path = archive.resolve(archivedAs);
        Instant deletedAt = file.timeOrNull("archive_deleted_at");
        if (!Files.isRegularFile(path) && deletedAt != null) {
            throw new NotFoundException("The line cannot be shown any more: " + archivedAs + " was deleted on "
                    + LocalDate.ofInstant(deletedAt, zone) + ", because it was older than sales-etl.keep.archive."
                    + " What was loaded from it stays.");
        }
        if (!Files.isRegularFile(path)) {
            throw new NotFoundException("Expected " + archivedAs + " in the archive but it is not there any more");
        }
        String delimiterText = file.textOrNull("delimiter");
        if (delimiterText == null) {
            throw new NotFoundException(
                    "Expected a file that was loaded but " + file.text("name") + " was not: it has no rows");
        }
        char delimiter = delimiterText.charAt(0);
        String encoding = file.textOrNull("encoding");
        Encoding read = encoding == null ? Encoding.UTF_8 : Labelled.of(Encoding.class, encoding);
        String raw = DroppedRecords.at(path, read, delimiter, place.line());
        if (raw == null) {
            throw new NotFoundException("No record starts on line " + place.line() + " of " + file.text("name"));
        }
        String seen = seen(raw, delimiter, PersonalCells.of(file), caller);
        return new RawRecord(
                file.text("name"),
                place.fileId(),
                file.integer("run_id"),
                place.line(),
                archivedAs,
                file.timeOrNull("loaded_at"),
                seen,
                fields(file.text("header"), seen, delimiter));
    }

    private String seen(String raw, char delimiter, PersonalCells personal, Caller caller) {
        List<String> cells = RejectsTable.cells(raw, delimiter);
        String pseudonym = forgotten.pseudonymOf(personal.customers(cells));
        if (pseudonym == null && !caller.masked()) {
            return raw;
        }
        List<String> rest = pseudonym == null ? cells : personal.without(cells, pseudonym);
        return caller.seen(RejectsTable.line(caller.masked() ? personal.masked(rest) : rest, delimiter));
    }

    private static List<RawRecord.Field> fields(String header, String raw, char delimiter) {
        List<String> columns = RejectsTable.cells(header, ',');
        List<String> cells = RejectsTable.cells(raw, delimiter);
        List<RawRecord.Field> fields = new ArrayList<>();
        for (int i = 0; i < Math.max(columns.size(), cells.size()); i++) {
            fields.add(new RawRecord.Field(
                    i < columns.size() ? columns.get(i) : "", i < cells.size() ? cells.get(i) : ""));
        }
        return fields;
    }
}
