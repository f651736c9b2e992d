package org.salesetl.dashboard;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlParameters;
import org.salesetl.SqlRow;
import org.salesetl.lineage.FactListing;
import org.salesetl.lineage.FactQuery;
import org.salesetl.metric.MetricQuery;
import org.salesetl.web.NotFoundException;

/** Collects what the page of one product or customer shows. */
final class ProfileDraft extends SliceDraft implements SqlParameters {

    private final Profile profile;
    private @Nullable SqlRow about;
    private @Nullable FactListing facts;

    /**
     * @param kind what the page is about
     * @param reading what somebody asks for
     */
    ProfileDraft(ProfileKind kind, FilterReading reading) {
        super(reading);
        this.profile = Profile.of(kind, reading.filter());
    }

    Profile profile() {
        return profile;
    }

    /** Takes over the row of {@code select-product.sql} or {@code select-customer.sql}, if there is one. */
    void found(@Nullable SqlRow row) {
        about = row;
    }

    /** Makes sure that the warehouse knows whom or what the page is about. */
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

    /** The newest sales. */
    FactQuery factQuery() {
        return FactQuery.newest(filter());
    }

    /** Takes over the newest sales. */
    void sold(FactListing listing) {
        facts = listing;
    }

    FactListing facts() {
        return requireNonNull(facts);
    }

    /** Everything that the statement about the product or customer asks for. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of("id", profile.id());
    }
}
