package org.salesetl.dashboard;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.lineage.FactListing;
import org.salesetl.lineage.FactQuery;
import org.salesetl.metric.MetricQuery;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;
import org.salesetl.web.NotFoundException;

/** Collects the data of the page of a product or customer. */
final class ProfileDraft extends SliceDraft implements SqlParameters {

    private final Profile profile;
    private @Nullable SqlRow about;
    private @Nullable FactListing facts;

    /**
     * @param kind whether the page is about a product or a customer
     * @param reading the filter of the page
     */
    ProfileDraft(ProfileKind kind, FilterReading reading) {
        super(reading);
        this.profile = Profile.of(kind, reading.filter());
    }

    Profile profile() {
        return profile;
    }

    /** Stores the row of {@code select-product.sql} or {@code select-customer.sql}; null if there is none. */
    void found(@Nullable SqlRow row) {
        about = row;
    }

    /**
     * Makes sure that the warehouse knows the product or customer.
     *
     * @throws NotFoundException if there is no such product or customer
     */
    void requireFound() {
        if (about == null) {
            throw new NotFoundException(
                    "There is no " + profile.kind().label() + " " + profile.id() + " in the warehouse");
        }
    }

    SqlRow about() {
        return requireNonNull(about);
    }

    @Override
    List<MetricQuery> questions() {
        return reading().questions(profile.kind().metrics());
    }

    /** The question for the newest sales. */
    FactQuery factQuery() {
        return FactQuery.newest(filter());
    }

    /** Stores the newest sales. */
    void sold(FactListing listing) {
        facts = listing;
    }

    FactListing facts() {
        return requireNonNull(facts);
    }

    /** The parameters of {@code select-product.sql} and {@code select-customer.sql}. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of("id", profile.id());
    }
}
