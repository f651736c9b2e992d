package org.salesetl.openid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salesetl.Diagnosis;
import org.salesetl.Diagnosis.Level;
import org.salesetl.SomeProperties;

class OpenIdExaminationTest {

    @Test
    void saysNothingIfPeopleSignInAtNoProvider() {
        assertThat(OpenIdExamination.examine(SomeProperties.defaults().openId()))
                .isEmpty();
    }

    @Test
    void tellsAProviderThatIsAwayFromOneThatCallsItselfOtherwise() {
        try (Provider provider = Provider.away()) {
            assertThat(examine(provider.issuer())).satisfies(found -> {
                assertThat(found.level()).isEqualTo(Level.WARNING);
                assertThat(found.words()).contains("Connection refused");
            });

            provider.start();

            assertThat(examine(provider.issuer()).level()).isEqualTo(Level.OK);
            assertThat(examine(provider.issuer() + "/")).satisfies(found -> {
                assertThat(found.level()).isEqualTo(Level.WARNING);
                assertThat(found.words()).contains("expected the description of " + provider.issuer() + "/ but found");
            });
        }
    }

    private static Diagnosis examine(String issuer) {
        List<Diagnosis> found = OpenIdExamination.examine(
                SomeProperties.with(Map.of("open-id.issuer", issuer, "open-id.client-id", "sales-etl"))
                        .openId());
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
