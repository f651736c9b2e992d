package org.salesetl.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SalesEtlProperties.OpenId;
import org.salesetl.SomeProperties;
import org.salesetl.vocabulary.Role;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class OpenIdOptionsTest {

    @Test
    void areOffUnlessAnIssuerIsNamed() {
        assertThat(SomeProperties.defaults().openId().isOn()).isFalse();
        assertThat(SomeProperties.with("open-id.issuer", "").openId().isOn()).isFalse();
    }

    @Test
    void nameTheProviderAfterItsHost() {
        OpenId options = options("https://login.example.org/realms/company");

        assertThat(options.isOn()).isTrue();
        assertThat(options.shownName()).isEqualTo("login.example.org");
        assertThat(options.scopesWith("openid")).containsExactly("openid", "profile");
    }

    @Test
    void giveEachRoleToItsNameUnlessValuesAreNamed() {
        OpenId options = SomeProperties.with(Map.of(
                        "open-id.issuer",
                        "https://login.example.org",
                        "open-id.client-id",
                        "sales-etl",
                        "open-id.roles.admin",
                        "it,sales-admins"))
                .openId();

        assertThat(options.roles().valuesOf(Role.ADMIN)).containsExactly("it", "sales-admins");
        assertThat(options.roles().valuesOf(Role.VIEWER)).containsExactly("viewer");
    }

    @Test
    void comeFromTheEnvironmentTooAndTheSecretFromAFile() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of(
                                "SALES_ETL_OPEN_ID_ISSUER",
                                "https://login.example.org",
                                "SALES_ETL_OPEN_ID_CLIENT_ID",
                                "sales-etl",
                                "SALES_ETL_OPEN_ID_ROLE_CLAIM",
                                "groups",
                                "SALES_ETL_OPEN_ID_ROLES_ADMIN",
                                "it,sales-admins")));
        // as the framework reads a file of that name below /run/secrets
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("files", Map.of("sales-etl.open-id.client-secret", "s3cret")));

        OpenId options = Binder.get(environment)
                .bindOrCreate("sales-etl", SalesEtlProperties.class)
                .openId();

        assertThat(options.clientId()).isEqualTo("sales-etl");
        assertThat(options.clientSecret()).isEqualTo("s3cret");
        assertThat(options.roleClaim()).isEqualTo("groups");
        assertThat(options.roles().valuesOf(Role.ADMIN)).containsExactly("it", "sales-admins");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8180/realms/company", "http://127.0.0.1:1", "https://login.example.org/"})
    void takeAnAddressThatNobodyCanListenInTo(String issuer) {
        assertThat(options(issuer).isOn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example.org",
                "login.example.org",
                "https://login.example.org/?tenant=1",
                "https:///x",
                "ftp://localhost/"
            })
    void refuseAnotherAddress(String issuer) {
        assertThatThrownBy(() -> options(issuer))
                .rootCause()
                .hasMessageContaining("sales-etl.open-id.issuer: expected");
    }

    @ParameterizedTest
    @CsvSource({"client-id, ''", "session, 10s"})
    void refuseWhatMakesNoSignIn(String key, String value) {
        assertThatThrownBy(() -> SomeProperties.with(Map.of(
                        "open-id.issuer",
                        "https://login.example.org",
                        "open-id." + (key.equals("client-id") ? "name" : "client-id"),
                        "x",
                        "open-id." + key,
                        value)))
                .rootCause()
                .hasMessageContaining("sales-etl.open-id." + key + ": expected");
    }

    private static OpenId options(String issuer) {
        return SomeProperties.with(Map.of("open-id.issuer", issuer, "open-id.client-id", "sales-etl"))
                .openId();
    }
}
