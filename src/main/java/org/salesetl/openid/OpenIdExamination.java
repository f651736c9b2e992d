package org.salesetl.openid;

import static org.salesetl.Diagnosis.ok;
import static org.salesetl.Diagnosis.warning;

import java.util.List;
import org.salesetl.Diagnosis;
import org.salesetl.SalesEtlProperties.OpenId;
import org.springframework.core.NestedExceptionUtils;

/** Looks whether the provider answers, and whether it is the one that is configured. */
public final class OpenIdExamination {

    private OpenIdExamination() {}

    /** What was found; nothing if people sign in at no provider. */
    public static List<Diagnosis> examine(OpenId options) {
        return options.isOn() ? List.of(ask(options)) : List.of();
    }

    private static Diagnosis ask(OpenId options) {
        try {
            new OpenIdProvider(options, ProviderCalls.calls()).findByRegistrationId(OpenIdProvider.ID);
            return ok("provider", options.issuer() + " answers");
        } catch (RuntimeException e) {
            // an outage, an answer that is no description, or the description of another provider
            return warning(
                    "provider",
                    "nobody can sign in at " + options.issuer() + ", but passwords work: "
                            + NestedExceptionUtils.getMostSpecificCause(e).getMessage()
                            + ". Give sales-etl.open-id.issuer as the provider writes it, and look whether this machine reaches"
                            + " the provider.");
        }
    }
}
