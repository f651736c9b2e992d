package org.salesetl.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;
import org.salesetl.WarehouseTest;
import org.springframework.beans.factory.annotation.Autowired;

class FetchedObjectsTest extends WarehouseTest {

    private static final ListedObject OBJECT = new ListedObject("sales.csv", "1", 5, Instant.EPOCH);

    private static final Exchange EXCHANGE = mock(Exchange.class);

    @Autowired
    private FetchedObjects objects;

    @Autowired
    private OneLookPolicy oneLook;

    @Test
    void knowsWhatHasBeenFetched() {
        ListedObject again =
                new ListedObject(OBJECT.key(), OBJECT.version(), OBJECT.bytes(), Instant.EPOCH.plusSeconds(1));
        assertThat(objects.unknown(List.of(OBJECT, again))).containsExactly(OBJECT, again);

        objects.enter(List.of(OBJECT));
        objects.enter(List.of(OBJECT));

        assertThat(objects.unknown(List.of(OBJECT, again))).containsExactly(again);
    }

    @Test
    void letsOneInstanceLook() throws Exception {
        List<String> looks = new ArrayList<>();
        Processor second = alone(exchange -> looks.add("second"));

        alone(exchange -> {
                    looks.add("first");
                    second.process(exchange);
                })
                .process(EXCHANGE);
        second.process(EXCHANGE);

        assertThat(looks).containsExactly("first", "second");
    }

    @Test
    void forgetsAnInstanceThatFails() throws Exception {
        List<String> looks = new ArrayList<>();

        assertThatIllegalStateException()
                .isThrownBy(() -> alone(exchange -> {
                            throw new IllegalStateException("a look that fails");
                        })
                        .process(EXCHANGE));
        alone(exchange -> looks.add("next")).process(EXCHANGE);

        assertThat(looks).containsExactly("next");
    }

    private Processor alone(Processor look) {
        return oneLook.wrap(mock(Route.class), look);
    }

    @Test
    void passesFoldersOver() {
        ListedObject folder = new ListedObject("2025/", "1", 0, Instant.EPOCH);

        assertThat(objects.unknown(List.of(folder))).isEmpty();
    }
}
