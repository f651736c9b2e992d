package org.salesetl.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonEventsTest {

    @Test
    void putsEachItemInThePlaceOfTheList() {
        assertThat(rows(
                        "{\"id\": 7, \"items\": [{\"sku\": \"A\", \"price\": 1.10}, {\"sku\": \"B\"}], \"day\": 1}",
                        "items"))
                .containsExactly(
                        "{\"id\":7,\"day\":1,\"items[]\":{\"sku\":\"A\",\"price\":1.10}}",
                        "{\"id\":7,\"day\":1,\"items[]\":{\"sku\":\"B\"}}");
    }

    @Test
    void takesListsInOneAnotherApart() {
        assertThat(rows(
                        "{\"checks\": [{\"no\": 1, \"lines\": [{\"a\": 1}, {\"a\": 2}]}, {\"no\": 2, \"lines\": [{\"a\": 3}]}]}",
                        "checks",
                        "lines"))
                .containsExactly(
                        "{\"checks[]\":{\"no\":1,\"lines[]\":{\"a\":1}}}",
                        "{\"checks[]\":{\"no\":1,\"lines[]\":{\"a\":2}}}",
                        "{\"checks[]\":{\"no\":2,\"lines[]\":{\"a\":3}}}");
    }

    @Test
    void hasOneRowForOneItem() {
        assertThat(rows("{\"order\": {\"items\": [{\"sku\": \"A\"}]}}", "order", "items"))
                .containsExactly("{\"order\":{\"items[]\":{\"sku\":\"A\"}}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{oops",
                "[1]",
                "",
                "{\"id\":  1}",
                "{\"items\":  []}",
                "{\"items\":  [1, 2]}",
                "{\"items\":  [{\"a\": 1}]} and more"
            })
    void leavesOtherEventsAsTheyCame(String event) {
        assertThat(rows(event, "items")).containsExactly(event);
    }

    /** Four bytes that look like the beginning of UTF-32. */
    @Test
    void leavesBytesThatAreNoText() {
        byte[] event = {0, 0, 0x7B, 0};

        assertThat(JsonEvents.rows(event, List.of("items"))).containsExactly(event);
    }

    @Test
    void leavesAnEventThatIsTooLong() {
        String event = "{\"note\": \"" + "x".repeat(1 << 20) + "\", \"items\": [{\"a\": 1}]}";

        assertThat(rows(event, "items")).containsExactly(event);
    }

    @Test
    void leavesAnEventWhoseRowsWouldBeTooMany() {
        String event =
                "{\"note\": \"" + "x".repeat(200_000) + "\", \"items\": [" + "{\"a\": 1},".repeat(100) + "{\"a\": 2}]}";

        assertThat(rows(event, "items")).containsExactly(event);
    }

    private static Stream<String> rows(String event, String... list) {
        return JsonEvents.rows(event.getBytes(UTF_8), List.of(list)).stream().map(row -> new String(row, UTF_8));
    }
}
