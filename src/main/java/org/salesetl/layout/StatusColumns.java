package org.salesetl.layout;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.mapping.StatusRule;
import org.salesetl.vocabulary.Kind;

/** Finds the columns of a file of sales that may say what became of each sale. */
final class StatusColumns {

    /** Parts of the names of such columns in many languages, without accents and in lower case. */
    private static final List<String> NAMES = List.of(
            "status",
            "state",
            "estado",
            "situacao",
            "stato",
            "etat",
            "statut",
            "zustand",
            "stand",
            "durum",
            "stav",
            "type",
            "belegart",
            "vorgang",
            "dokumentart",
            "tipo",
            "soort",
            "rodzaj",
            "tyyppi",
            "typ",
            "тип",
            "статус",
            "種別",
            "状態",
            "ステータス",
            "状态",
            "상태");

    /** Names of columns that say yes where a row is no sale. */
    private static final Set<String> FLAGS = Set.of(
            "void",
            "isvoid",
            "voided",
            "cancelled",
            "canceled",
            "iscancelled",
            "iscanceled",
            "deleted",
            "refunded",
            "isrefunded",
            "fullyrefunded",
            "returned",
            "test",
            "istest",
            "storniert",
            "storno",
            "annule",
            "cancelado",
            "annullato",
            "geannuleerd");

    private static final Set<String> YES = Set.of("yes", "true", "ja", "oui", "si", "sim", "tak", "evet");

    private static final Set<String> NO_MARKS = Set.of("", "n", "0", "f");

    private StatusColumns() {}

    /** Whether the values of a column only say whether a row is no sale. */
    static boolean isFlag(String column) {
        return FLAGS.contains(String.join("", NameWords.of(column)));
    }

    /** Whether such a value says yes, in a word or by a mark of one character. */
    static boolean isYes(String value) {
        String plain = HeaderCell.normalised(value);
        return YES.contains(plain) || (plain.length() <= 1 && !NO_MARKS.contains(plain));
    }

    private static boolean isNamed(String column) {
        return isFlag(column) || NAMES.stream().anyMatch(HeaderCell.normalised(column)::contains);
    }

    /**
     * A survey for each such column, by its place. In a header that is not ours, every column that is not used may be one: its values tell.
     */
    static Map<Integer, StatusSurvey> of(Layout layout) {
        Map<Integer, StatusSurvey> surveys = new TreeMap<>();
        if (layout.kind() != Kind.SALES || layout.rejects()) {
            return surveys;
        }
        for (StatusRule rule : layout.mapping().status()) {
            layout.table()
                    .place(rule.column())
                    .ifPresent(place ->
                            surveys.put(place, new StatusSurvey(layout.header().get(place), rule, true)));
        }
        if (surveys.isEmpty()) {
            Set<Integer> used = new HashSet<>();
            layout.columns().values().forEach(cells -> used.addAll(cells.places()));
            for (int place = 0; place < layout.header().size(); place++) {
                String cell = layout.header().get(place);
                boolean named = isNamed(cell);
                if (!used.contains(place) && (named || !layout.mapping().isOfOwnNames())) {
                    surveys.put(place, new StatusSurvey(cell, null, named));
                }
            }
        }
        return surveys;
    }
}
