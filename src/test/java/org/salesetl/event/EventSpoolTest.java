package org.salesetl.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.SomeProperties;

class EventSpoolTest {

    private static final EventPartition PARTITION = new EventPartition("sales", 3);

    @TempDir
    private Path folder;

    private EventSpool spool;

    @BeforeEach
    void read() {
        spool = spool(Map.of());
        spool.assigned(List.of(PARTITION));
        spool.place(PARTITION, 100);
        spool.polled(PARTITION, 100);
    }

    @Test
    void makesOneFileOfWhatHasPiledUp() throws IOException {
        collect(100, "{}");
        collect(101, null);
        collect(102, "{\n}");

        EventFile file = spool.next().orElseThrow();

        assertThat(file.path().getFileName()).hasToString("sales-3-000000000000100.jsonl.gz");
        assertThat(text(file)).isEqualTo("{}\n\n{ }\n");
        assertThat(List.of(file.range().from(), file.range().to())).containsExactly(100L, 103L);
        assertThat(file.range().events()).isEqualTo(3);
        assertThat(spool.next()).isEmpty();
    }

    @Test
    void beginsTheNextFileWhereTheLastOneEnded() {
        collect(100, "{}");
        EventFile first = spool.next().orElseThrow();
        collect(101, "{}");

        assertThat(spool.next()).as("while the first one is loaded").isEmpty();
        spool.settle(first, 101);

        assertThat(spool.next()).map(file -> file.range().from()).contains(101L);
    }

    @Test
    void readsAgainWhatCouldNotBeLoaded() {
        collect(100, "{}");
        EventFile stale = spool.next().orElseThrow();
        collect(101, "{}");

        spool.settle(stale, 100);

        assertThat(spool.lost()).containsExactly(PARTITION);
        assertThat(spool.next()).isEmpty();
        assertThat(stale.path()).doesNotExist();
        assertThat(spool.takes(PARTITION)).isFalse();
    }

    @Test
    void ignoresWhatWasReadBeforeReadingBeganAnew() throws IOException {
        spool.assigned(List.of(PARTITION));
        spool.place(PARTITION, 50);
        collect(103, "{\"old\":1}");
        spool.polled(PARTITION, 52);
        collect(104, "{\"old\":2}");

        collect(52, "{\"new\":1}");
        collect(52, "{\"new\":1}");
        collect(53, "{\"new\":2}");

        EventFile file = spool.next().orElseThrow();
        assertThat(text(file)).isEqualTo("{\"new\":1}\n{\"new\":2}\n");
        assertThat(List.of(file.range().from(), file.range().to())).containsExactly(50L, 54L);
    }

    @Test
    void waitsForTheFileInHandBeforeItLooksForItsPlace() {
        collect(100, "{}");
        EventFile inHand = spool.next().orElseThrow();

        spool.assigned(List.of(PARTITION));
        assertThat(spool.lost()).isEmpty();
        spool.settle(inHand, 101);

        assertThat(spool.lost()).containsExactly(PARTITION);
    }

    @Test
    void readsNoMoreWhileTooMuchWaits() {
        spool = spool(Map.of("kafka.backlog", "10B"));
        spool.assigned(List.of(PARTITION));
        spool.place(PARTITION, 0);
        spool.polled(PARTITION, 0);
        assertThat(spool.takes(PARTITION)).isTrue();

        collect(0, "{\"much\":1}");
        assertThat(spool.takes(PARTITION)).isFalse();
        spool.settle(spool.next().orElseThrow(), 1);

        assertThat(spool.takes(PARTITION)).isTrue();
    }

    @Test
    void keepsEachRecordOfCsvApartFromTheNext() throws IOException {
        spool = spool(Map.of("kafka.topics.sales.format", "csv", "kafka.topics.sales.columns", "a,b"));
        spool.assigned(List.of(PARTITION));
        spool.place(PARTITION, 0);
        spool.polled(PARTITION, 0);

        collect(0, "1,\"two\nlines\"");
        collect(1, "2,\"open");
        collect(2, "3,c\n4,d");

        assertThat(text(spool.next().orElseThrow()))
                .isEqualTo("\"a\",\"b\"\n1,\"two\nlines\"\n\"2,\"\"open\"\n3,c 4,d\n");
    }

    @Test
    void makesNoTwoFilesAlike() throws IOException {
        collect(100, "{}");
        byte[] first = Files.readAllBytes(settled(101));
        collect(101, "{}");

        assertThat(Files.readAllBytes(settled(102))).isNotEqualTo(first);
    }

    @Test
    void deletesWhatAnotherInstanceReadsNow() throws IOException {
        collect(100, "{}");

        spool.revoked(List.of(PARTITION));

        assertThat(spool.next()).isEmpty();
        try (Stream<Path> files = Files.list(folder.resolve("events"))) {
            assertThat(files).isEmpty();
        }
    }

    private Path settled(long position) {
        EventFile file = spool.next().orElseThrow();
        spool.settle(file, position);
        return file.path();
    }

    private EventSpool spool(Map<String, String> settings) {
        Map<String, String> all = new java.util.HashMap<>(
                Map.of("data", folder.toString(), "kafka.linger", "0s", "kafka.topics.sales.format", "json"));
        all.putAll(settings);
        return new EventSpool(SomeProperties.with(all));
    }

    private void collect(long offset, @Nullable String value) {
        spool.collect(PARTITION, offset, 1, value == null ? null : value.getBytes(UTF_8));
    }

    private static String text(EventFile file) throws IOException {
        try (InputStream content = new GZIPInputStream(Files.newInputStream(file.path()))) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }
}
