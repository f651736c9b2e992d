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
            "status", "state", "estado", "situacao", "stato", "etat", "statut", "zustand", "stand", "durum", "stav");

    private StatusColumns() {}

    /** A survey for each such column, by its place. */
    static Map<Integer, StatusSurvey> of(Layout layout) {
        Map<Integer, StatusSurvey> surveys = new TreeMap<>();
        if (layout.kind() != Kind.SALES || layout.rejects()) {
            return surveys;
        }
        for (StatusRule rule : layout.mapping().status()) {
            layout.table()
                    .place(rule.column())
                    .ifPresent(place ->
                            surveys.put(place, new StatusSurvey(layout.header().get(place), rule)));
        }
        if (surveys.isEmpty()) {
            Set<Integer> used = new HashSet<>();
            layout.columns().values().forEach(cells -> used.addAll(cells.places()));
            for (int place = 0; place < layout.header().size(); place++) {
                String name = HeaderCell.normalised(layout.header().get(place));
                if (!used.contains(place) && NAMES.stream().anyMatch(name::contains)) {
                    surveys.put(place, new StatusSurvey(layout.header().get(place), null));
                }
            }
        }
        return surveys;
    }
}
