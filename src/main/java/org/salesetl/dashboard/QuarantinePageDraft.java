package org.salesetl.dashboard;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.quarantine.QuarantineListing;
import org.salesetl.quarantine.QuarantineQuery;
import org.salesetl.quarantine.ReasonCount;

/** Collects the data of the page of the quarantine. */
final class QuarantinePageDraft {

    private final QuarantineQuery query;
    private @Nullable QuarantineListing listing;
    private List<ReasonCount> counts = List.of();
    private List<String> files = List.of();

    QuarantinePageDraft(QuarantineQuery query) {
        this.query = query;
    }

    QuarantineQuery query() {
        return query;
    }

    /** Stores the rows. */
    void listed(QuarantineListing rows) {
        listing = rows;
    }

    QuarantineListing listing() {
        return requireNonNull(listing);
    }

    /** Stores the reasons of the rows in the quarantine. */
    void counted(List<ReasonCount> reasons) {
        counts = reasons;
    }

    List<ReasonCount> counts() {
        return counts;
    }

    /** Stores the names of the files that have rows in the quarantine. */
    void named(List<String> names) {
        files = names;
    }

    List<String> files() {
        return files;
    }
}
