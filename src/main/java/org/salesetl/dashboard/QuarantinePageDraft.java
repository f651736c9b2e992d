package org.salesetl.dashboard;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.answer.GuestQuery;
import org.salesetl.answer.WaitingGuests;
import org.salesetl.quarantine.QuarantineListing;
import org.salesetl.quarantine.QuarantineQuery;
import org.salesetl.quarantine.ReasonCount;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;

/** Collects the data of the page of the quarantine. */
final class QuarantinePageDraft implements SqlParameters {

    private final QuarantineQuery query;
    private @Nullable QuarantineListing listing;
    private List<ReasonCount> counts = List.of();
    private List<String> files = List.of();
    private List<WaitingGuests> guests = List.of();
    private List<WaitingRates> rates = List.of();

    private long deleted;

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

    /** Stores the names of the newest files that have rows in the quarantine. */
    void named(List<String> names) {
        files = names;
    }

    List<String> files() {
        return files;
    }

    /** Stores the sales that wait because they have no customer. */
    void waiting(List<WaitingGuests> sales) {
        guests = sales;
    }

    /** The sales without a customer that wait in any files. */
    List<WaitingGuests> guests() {
        return guests;
    }

    /** Takes over the rows of {@code select-waiting-rates.sql}. */
    void waitingForRates(List<SqlRow> rows) {
        rates = WaitingRates.of(rows);
    }

    /** The sales that wait for rates. */
    List<WaitingRates> rates() {
        return rates;
    }

    /** Asks for the sales without a customer in any file. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return GuestQuery.ANY.parameters();
    }

    /** Takes over how many settled rows retention has deleted. */
    void deleted(Number rows) {
        deleted = rows.longValue();
    }

    long deleted() {
        return deleted;
    }
}
