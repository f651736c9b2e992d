package org.salesetl.metric;

import org.salesetl.rollup.Grain;

/** Collects the key figures of a slice. */
final class KeyFigureDraft extends Slice {

    private final Grain by;

    KeyFigureDraft(KeyFigureQuery query) {
        super(query.filter());
        this.by = query.by();
    }

    Grain by() {
        return by;
    }
}
