package org.salesetl.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesetl.inbox.Drop;
import org.salesetl.layout.Conventions;
import org.salesetl.layout.Layout;
import org.salesetl.layout.PersonalCells;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.MappingYaml;
import org.salesetl.vocabulary.Labelled;

/** Those parameters of {@code sql/pipeline/insert-file.sql} that say what the file is, how it was read and how it ended. */
public final class LedgerEntry {

    private static final int LONGEST_MESSAGE = 2_000;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_EVIDENCE = 1_000;
    private static final List<String> NOT_READ = List.of(
            "kind",
            "header",
            "headerHash",
            "otherCells",
            "customerCells",
            "delimiter",
            "encoding",
            "dateOrder",
            "decimalMark",
            "currencies",
            "discountUnit",
            "warehouseCurrency",
            "evidence",
            "mappingName",
            "mappingVersion");

    private LedgerEntry() {}

    /** How a file ended. */
    public enum Status implements Labelled {
        LOADED,
        REFUSED,
        ALREADY_LOADED,
        FAILED,
        /** The file was taken apart; its parts have entries of their own. */
        UNPACKED,
        /** The file waits for an answer. */
        HELD,
        /** Somebody has given the answer, and the file is loaded under another entry. */
        ANSWERED;

        /** Whether the entry says how to read the file. */
        boolean isRead() {
            return this == LOADED || this == HELD;
        }
    }

    /**
     * The entry of a file.
     *
     * @param message the message about the file; null if there is none
     * @param layout how the file was read; null if nothing of it was loaded and it does not wait for an answer
     */
    static Map<String, @Nullable Object> of(
            Drop drop, Status status, @Nullable String message, @Nullable Layout layout) {
        Map<String, @Nullable Object> entry = new HashMap<>();
        entry.put("name", limited(drop.name(), LONGEST_NAME));
        entry.put("size", drop.size());
        entry.put("status", status.label());
        entry.put("message", message == null ? null : limited(message, LONGEST_MESSAGE));
        // a file that is not read has no such values
        NOT_READ.forEach(name -> entry.put(name, null));
        return layout == null ? entry : with(layout, entry);
    }

    private static Map<String, @Nullable Object> with(Layout layout, Map<String, @Nullable Object> entry) {
        Conventions conventions = layout.conventions();
        entry.put("kind", layout.kind().label());
        entry.put("header", layout.header().stream().map(LedgerEntry::quoted).collect(Collectors.joining(",")));
        entry.put("headerHash", layout.headerHash());
        PersonalCells personal = PersonalCells.of(layout);
        entry.put("otherCells", personal.othersAsText());
        entry.put("customerCells", personal.customerAsText());
        entry.put("delimiter", String.valueOf(layout.delimiter()));
        entry.put("encoding", conventions.encoding().label());
        entry.put("dateOrder", conventions.dates().label());
        entry.put("decimalMark", conventions.decimals().label());
        List<String> currencies = conventions.currencies().codes();
        entry.put("currencies", currencies.isEmpty() ? null : String.join(",", currencies));
        entry.put(
                "discountUnit",
                layout.has(Column.DISCOUNT) ? layout.terms().discounts().label() : null);
        entry.put("warehouseCurrency", conventions.currencies().own());
        entry.put("mappingName", layout.source().name());
        entry.put("mappingVersion", layout.source().version());
        entry.put("mappingYaml", MappingYaml.write(layout.source()));
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
