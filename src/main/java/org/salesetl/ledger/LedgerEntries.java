package org.salesetl.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesetl.intake.ColumnNames;
import org.salesetl.intake.Conventions;
import org.salesetl.intake.Drop;
import org.salesetl.intake.Layout;
import org.springframework.stereotype.Component;

/** The parameters of {@code sql/ledger/insert-file.sql} for each way in which a file can end. */
@Component
public class LedgerEntries {

    private static final int LONGEST_MESSAGE = 2_000;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_EVIDENCE = 1_000;
    private static final List<String> NOT_READ =
            List.of("kind", "header", "headerHash", "delimiter", "encoding", "dateOrder", "decimalMark", "evidence");

    private final ColumnNames names;

    LedgerEntries(ColumnNames names) {
        this.names = names;
    }

    /** How a file ended. */
    public enum Status {
        LOADED,
        REFUSED,
        ALREADY_LOADED,
        FAILED,
        /** It was taken apart; what it held has entries of its own. */
        UNPACKED,
        /** It waits for an answer. */
        HELD,
        /** The answer has come, and the file is loaded under another entry. */
        ANSWERED;

        /** The name in the ledger and in JSON. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A file that is being loaded: its entry becomes visible with its rows.
     *
     * @param archivedAs where it is in the archive; null if it goes there after this
     */
    public Map<String, @Nullable Object> loading(Drop drop, Layout layout, Run run, @Nullable String archivedAs) {
        return with(layout, entry(drop, Status.LOADED, run, archivedAs, names.doubt(layout)));
    }

    /** A file that cannot be loaded before somebody has answered a question. */
    public Map<String, @Nullable Object> held(Drop drop, Layout layout, Run run, String archivedAs, String question) {
        return with(layout, entry(drop, Status.HELD, run, archivedAs, question));
    }

    /** A file whose header is of no kind that we know, or that is damaged. */
    public Map<String, @Nullable Object> refused(Drop drop, Run run, String archivedAs, String message) {
        return entry(drop, Status.REFUSED, run, archivedAs, message);
    }

    /** A file that was taken apart into others. */
    public Map<String, @Nullable Object> unpacked(Drop drop, Run run, String archivedAs, String contents) {
        return entry(drop, Status.UNPACKED, run, archivedAs, contents);
    }

    /** A file whose content has been loaded before. */
    public Map<String, @Nullable Object> alreadyLoaded(
            Drop drop, Run run, String archivedAs, Map<String, Object> earlier) {
        return entry(
                drop,
                Status.ALREADY_LOADED,
                run,
                archivedAs,
                "The same content was loaded before as " + earlier.get("name") + "; nothing has changed");
    }

    /** A file that could not be loaded; {@code archivedAs} is null if it waits to be tried again. */
    public Map<String, @Nullable Object> failed(Drop drop, Run run, @Nullable String archivedAs, String message) {
        return entry(drop, Status.FAILED, run, archivedAs, message);
    }

    private static Map<String, @Nullable Object> entry(
            Drop drop, Status status, Run run, @Nullable String archivedAs, @Nullable String message) {
        Map<String, @Nullable Object> entry = new HashMap<>();
        entry.put("runId", run.id());
        entry.put("name", limited(drop.name(), LONGEST_NAME));
        // of a file that is not read there is nothing more to say
        NOT_READ.forEach(name -> entry.put(name, null));
        entry.put("sha256", drop.sha256());
        entry.put("size", drop.size());
        entry.put("status", status.label());
        entry.put("message", message == null ? null : limited(message, LONGEST_MESSAGE));
        entry.put("archivedAs", archivedAs);
        return entry;
    }

    private static Map<String, @Nullable Object> with(Layout layout, Map<String, @Nullable Object> entry) {
        Conventions conventions = layout.conventions();
        entry.put("kind", layout.kind().label());
        entry.put("header", layout.header().stream().map(LedgerEntries::quoted).collect(Collectors.joining(",")));
        entry.put("headerHash", layout.headerHash());
        entry.put("delimiter", String.valueOf(layout.delimiter()));
        entry.put("encoding", conventions.encoding().label());
        entry.put("dateOrder", conventions.dates().label());
        entry.put("decimalMark", conventions.decimals().label());
        entry.put("evidence", limited(String.join("\n", conventions.evidence()), LONGEST_EVIDENCE));
        return entry;
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String limited(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
