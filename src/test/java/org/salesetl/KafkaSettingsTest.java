package org.salesetl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;

class KafkaSettingsTest {

    @Test
    void readsNothingUnlessATopicIsNamed() {
        KafkaSettings settings = SomeProperties.defaults().kafka();

        assertThat(settings.readsTopics()).isFalse();
        assertThat(settings.tellsEvents()).isFalse();
        assertThat(settings.tellsDeadLetters()).isFalse();
    }

    @Test
    void takesNamesWithDots() {
        assertThat(SomeProperties.with("kafka.topics[shop.sales].format", "json")
                        .kafka()
                        .topics())
                .containsOnlyKeys("shop.sales");
    }

    @ParameterizedTest
    @CsvSource({
        "kafka.topics.sales.format, csv, expected the columns",
        "kafka.topics.sales.dead-letter-topic, sales, expected another topic",
        "kafka.topics.sales.dead-letter-topic, a b, expected the name of a topic",
        "kafka.topics[a b].format, json, expected the name of a topic",
        "kafka.events-topic, a/b, expected the name of a topic"
    })
    void refusesWhatCannotWork(String key, String value, String words) {
        assertThatThrownBy(() -> SomeProperties.with(Map.of(key, value)))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining(words);
    }
}
