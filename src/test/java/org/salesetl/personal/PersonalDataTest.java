package org.salesetl.personal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesetl.SomeProperties;
import org.salesetl.vocabulary.Role;
import org.springframework.mock.web.MockServletContext;

class PersonalDataTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ann@example.org                               | •••
                    From ann.lee+x@example.org, today             | From •••, today
                    <td>O&#39;Neil@example.org</td>               | <td>•••</td>
                    /customer?customer=ann%40example.org&amp;x=1  | /customer?customer=•••&amp;x=1
                    ?city=Paris&amp;customer=%C3%A9va%40x.org     | ?city=Paris&amp;customer=•••
                    &quot;ann@x.org&quot;,&quot;bo@x.org&quot;    | &quot;•••&quot;,&quot;•••&quot;
                    {"a":"x\\nann@example.org"}                   | {"a":"x\\n•••"}
                    ann@x.org;bo@x.org                            | •••;•••
                    Zoë@bücher.example                            | •••
                    3 @ 2.50, @home and me@                       | 3 @ 2.50, @home and me@
                    """)
    void takesAddressesOutOfTexts(String text, String masked) {
        assertThat(PersonalData.withoutAddresses(text)).isEqualTo(masked);
    }

    @Test
    void leavesTheReaderTheOwnName() {
        assertThat(PersonalData.withoutAddresses("vera@x.org reads bo@x.org", "vera@x.org"))
                .isEqualTo("vera@x.org reads •••");
    }

    @Test
    void takesTimeInProportionToTheText() {
        String long1 = "a".repeat(200_000) + "@".repeat(200_000);

        assertThat(PersonalData.withoutAddresses(long1)).isEqualTo(long1);
    }

    @Test
    void hidesPersonalDataFromViewersAndStrangersOnly() {
        MockServletContext context = new MockServletContext();
        new PersonalData(SomeProperties.with("mask-personal-data", true)).onStartup(context);

        assertThat(PersonalData.isHiddenFrom(null, context)).isTrue();
        assertThat(PersonalData.isHiddenFrom(Role.VIEWER, context)).isTrue();
        assertThat(PersonalData.isHiddenFrom(Role.OPERATOR, context)).isFalse();
        assertThat(PersonalData.isHiddenFrom(Role.ADMIN, context)).isFalse();
    }

    @Test
    void hidesNothingUnlessSomebodySaysSo() {
        MockServletContext context = new MockServletContext();
        new PersonalData(SomeProperties.defaults()).onStartup(context);

        assertThat(PersonalData.isHiddenFrom(null, context)).isFalse();
    }
}
