package org.salesetl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class SettingNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SALES_ETL_INBOX",
                "SALES_ETL_DATE_ORDER",
                "SALESETL_DATEORDER",
                "SALES_ETL_HOSTS_0",
                "SALES_ETL_ALIASES_ORDER_DATE",
                "SALES_ETL_OPEN_ID_ROLES_VIEWER",
                "SALES_ETL_KAFKA_TOPICS_SALES_COLUMNS",
                "SALES_ETL_BUCKET_NAME",
                "sales-etl.zone",
                "sales-etl.hosts[0]",
                // of a Kubernetes with a service of that name
                "SALES_ETL_SERVICE_HOST",
                "SALES_ETL_PORT_8080_TCP_ADDR",
                "SALES_ETL_SERVICE_PORT_HTTP",
                "PATH"
            })
    void letsVariablesOfTheEnvironmentPass(String variable) {
        assertThat(SettingNames.problems(List.of(variable))).isEmpty();
    }

    @Test
    void namesVariablesThatAreNoSettings() {
        assertThat(SettingNames.problems(List.of(
                        "SALES_ETL_ZONE", "SALES_ETL_CURENCY", "SALES_ETL_COLOUR_OF_HAIR", "sales-etl.least-rom")))
                .containsExactly(
                        "SALES_ETL_COLOUR_OF_HAIR is no setting of the service, and does nothing.",
                        "SALES_ETL_CURENCY is no setting of the service, and does nothing. Is sales-etl.currency meant?",
                        "sales-etl.least-rom is no setting of the service, and does nothing. Is sales-etl.least-room"
                                + " meant?");
    }

    @Test
    void refusesAStartWithASettingThatThereIsNot() {
        AtomicReference<Throwable> failure = new AtomicReference<>();

        new ApplicationContextRunner()
                .withUserConfiguration(OnlyProperties.class)
                .withPropertyValues("sales-etl.curency=EUR", "sales-etl.open-id.isuer=https://login.example.org")
                .run(context -> failure.set(context.getStartupFailure()));

        FailureAnalysis analysis = new UnknownSettingFailureAnalyzer().analyze(failure.get());
        assertThat(analysis.getDescription())
                .contains("sales-etl.curency", "is no setting of the service. Is sales-etl.currency meant?")
                .contains("sales-etl.open-id.isuer", "Is sales-etl.open-id.issuer meant?");
        assertThat(analysis.getAction()).contains("README.md");
    }

    @Configuration
    @EnableConfigurationProperties(SalesEtlProperties.class)
    static class OnlyProperties {}
}
