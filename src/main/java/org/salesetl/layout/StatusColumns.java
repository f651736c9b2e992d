package org.salesetl.layout;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.mapping.HeaderWords;
import org.salesetl.mapping.StatusRule;
import org.salesetl.vocabulary.Kind;

/** Finds the columns of a file of sales that may say what became of each sale. */
final class StatusColumns {

    private static final char FIRST_EAST_ASIAN = '\u3000';

    private StatusColumns() {}

    /** The words for yes, if a column only says whether a row is no sale; null for any other column. */
    private static @Nullable HeaderWords flag(String column, HeaderWords words) {
        return words.flags().contains(String.join("", NameWords.of(column))) ? words : null;
    }

    /** Whether a column may say what became of each sale. */
    private static boolean mayBeStatus(String column, HeaderWords words) {
        String name = HeaderCell.normalised(column);
        return words.status().stream().anyMatch(name::contains);
    }

    /** Whether a word of a name says that the column has statuses: "Bestand" is no "Stand". In East Asia, nothing stands between words. */
    private static boolean isStatus(String column, HeaderWords words) {
        String name = HeaderCell.normalised(column);
        return NameWords.of(column).stream().anyMatch(words.status()::contains)
                || words.status().stream().anyMatch(word -> word.charAt(0) >= FIRST_EAST_ASIAN && name.endsWith(word));
    }

    /** Whether a column may say what kind of document a row is. A kind of payment or product says nothing of the sale. */
    private static boolean mayBeKind(String column, HeaderWords words) {
        String name = HeaderCell.normalised(column);
        return words.kind().stream().anyMatch(name::contains)
                && NameWords.of(column).stream().noneMatch(words.otherKind()::contains);
    }

    /**
     * A survey for each such column, by its place. In a header that is not ours, every column that is not used may be one: its values tell.
     * A mapping that somebody has written names those that count.
     *
     * @param written whether somebody has written the mapping
     */
    static Map<Integer, StatusSurvey> of(Layout layout, boolean written, HeaderWords words) {
        Map<Integer, StatusSurvey> surveys = new TreeMap<>();
        if (layout.kind() != Kind.SALES || layout.rejects()) {
            return surveys;
        }
        for (StatusRule rule : layout.mapping().status()) {
            layout.table().place(rule.column()).ifPresent(place -> {
                String column = layout.header().get(place);
                surveys.put(
                        place,
                        new StatusSurvey(column, rule, true, mayBeKind(column, words), false, flag(column, words)));
            });
        }
        if (surveys.isEmpty() || !written) {
            Set<Integer> used = new HashSet<>();
            layout.columns().values().forEach(cells -> used.addAll(cells.places()));
            for (int place = 0; place < layout.header().size(); place++) {
                String column = layout.header().get(place);
                HeaderWords flag = flag(column, words);
                boolean ofKind = mayBeKind(column, words);
                boolean named = flag != null || ofKind || mayBeStatus(column, words);
                if (!used.contains(place)
                        && !surveys.containsKey(place)
                        && (named || !layout.mapping().isOfOwnNames())) {
                    boolean mayHaveCodes = flag == null && !ofKind && isStatus(column, words);
                    surveys.put(place, new StatusSurvey(column, null, named, ofKind, mayHaveCodes, flag));
                }
            }
        }
        return surveys;
    }
}
