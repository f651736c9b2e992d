package org.salesetl.security;

import static org.salesetl.Diagnosis.failed;
import static org.salesetl.Diagnosis.ok;

import org.salesetl.Diagnosis;
import org.salesetl.RefusedStartException;
import org.salesetl.SalesEtlProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties;

/** Looks who can reach the service, and whether it would start with that. */
public final class ExposureExamination {

    private static final String ACCESS = "access";

    private ExposureExamination() {}

    /** Who may read, or why the service would not start. */
    public static Diagnosis examine(ServerProperties server, SalesEtlProperties properties) {
        try {
            Exposure exposure = new Exposure(server, properties);
            return ok(
                    ACCESS,
                    exposure.isReadingOpen()
                            ? "whoever reaches the service may read without a sign-in; sales-etl.reading=signed-in changes that"
                            : "only people who have signed in may read");
        } catch (RefusedStartException e) {
            return failed(ACCESS, e);
        }
    }
}
