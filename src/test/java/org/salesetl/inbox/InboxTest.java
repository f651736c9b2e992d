package org.salesetl.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SomeProperties;
import org.salesetl.layout.SomeSniffer;
import org.salesetl.text.PlainFile;

class InboxTest {

    private static final String CUSTOMERS = "customer_id,name\nC1,Ann\n";
    private static final String PRODUCTS = "product_id,price\nP1,1\n";
    private static final String SALES = "order_id,customer_id,product_id,order_date,quantity\nO1,C1,P1,2025-01-31,1\n";

    private Path folder;
    private Inbox inbox;

    @BeforeEach
    void openInbox(@TempDir Path folder) throws IOException {
        this.folder = folder.resolve("inbox");
        this.inbox = inbox(Clock.systemUTC(), "200ms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sales.csv",
                "SALES.CSV",
                "x.tsv",
                "a.csv.gz",
                "my sales (1).csv",
                "a.b.csv",
                "Łódź 😀.csv",
                "sales.xls",
                "sales.gz",
                "csv",
                "sales.csv.7z",
                "a.report.html"
            })
    void takesDropsWhateverTheirNames(String name) throws Exception {
        Path file = drop(name, CUSTOMERS);

        assertThat(inbox.waiting()).containsExactly(file);
        assertThat(inbox.isReady(file)).isTrue();
        assertThat(inbox.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".sales.csv",
                ".csv",
                "sales.csv.part",
                "sales.csv.tmp",
                "sales.csv.crdownload",
                "SALES.CSV.TMP",
                "sales.csv~"
            })
    void leavesFilesAloneThatAreBeingWritten(String name) throws Exception {
        Path file = drop(name, CUSTOMERS);

        assertThat(inbox.waiting()).isEmpty();
        assertThat(inbox.isReady(file)).isFalse();
        assertThat(inbox.isEmpty()).isTrue();
        assertThat(file).exists();
    }

    @Test
    void leavesFoldersAndLinksAlone() throws Exception {
        Files.createDirectory(folder.resolve("folder.csv"));
        Files.createSymbolicLink(folder.resolve("link.csv"), drop("target.csv.tmp", CUSTOMERS));

        assertThat(inbox.waiting()).isEmpty();
    }

    @Test
    void leavesAFileAloneWhileItGrows() throws Exception {
        Path growing = folder.resolve("growing.csv");
        Files.writeString(growing, CUSTOMERS);
        Path complete = drop("complete.csv", CUSTOMERS);
        AtomicBoolean grow = new AtomicBoolean(true);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> append(growing, grow));
        try {
            await().until(() -> Files.size(growing) > CUSTOMERS.length());
            assertThat(inbox.waiting()).containsExactly(complete);
        } finally {
            grow.set(false);
            writer.join();
        }
        assertThat(inbox.waiting()).containsExactlyInAnyOrder(complete, growing);
    }

    @Test
    void isNotReadyUntilAFileHasSettled() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, CUSTOMERS);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-01-31T12:00:00Z")));

        assertThat(inboxAt("2025-01-31T12:00:00.900Z", "1s").isReady(file)).isFalse();
        assertThat(inboxAt("2025-01-31T12:00:01.100Z", "1s").isReady(file)).isTrue();
    }

    @Test
    void takesAFileThatClaimsToBeFromTheFuture() throws Exception {
        Path file = drop("a.csv", CUSTOMERS);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofDays(365))));

        assertThat(inbox.isReady(file)).isTrue();
        assertThat(inbox.waiting()).containsExactly(file);
    }

    @Test
    void ordersCustomersBeforeProductsBeforeSalesAndThenByAge() throws Exception {
        Path sales = aged("1.csv", SALES, 90);
        Path unknown = aged("2.csv", "who,knows\n", 99);
        Path products = aged("3.csv", PRODUCTS, 50);
        Path newCustomers = aged("4.csv", CUSTOMERS, 10);
        Path oldCustomers = aged("5.csv", CUSTOMERS, 20);
        Path sameAge = aged("6.csv", CUSTOMERS, 10);
        Files.setLastModifiedTime(sameAge, Files.getLastModifiedTime(newCustomers));

        assertThat(inbox.waiting()).containsExactly(oldCustomers, newCustomers, sameAge, products, sales, unknown);
    }

    @Test
    void claimsAFileOnce() throws Exception {
        Path file = drop("a.csv", CUSTOMERS);

        Path claimed = Objects.requireNonNull(inbox.claim(file));

        assertThat(file).doesNotExist();
        assertThat(claimed).hasFileName("a.csv").hasContent(CUSTOMERS).startsWith(folder.resolve(".work"));
        assertThat(inbox.claim(file)).isNull();
        assertThat(inbox.claim(claimed)).isEqualTo(claimed);
        assertThat(inbox.isEmpty()).isFalse();
    }

    @Test
    void startsWithWhatADeadRunHadClaimed() throws Exception {
        Path claimed = Objects.requireNonNull(inbox.claim(aged("a.csv", CUSTOMERS, 10)));
        Path second = aged("a.csv", CUSTOMERS, 5);

        Inbox next = inbox(Clock.systemUTC(), "200ms");

        assertThat(next.waiting()).containsExactly(claimed, second);
        assertThat(next.leftOver()).containsExactly(claimed);
    }

    @Test
    void givesAFileBackUnderItsNameAndHoldsItForAMinute() throws Exception {
        Path file = drop("a.csv", CUSTOMERS);
        Path claimed = Objects.requireNonNull(inbox.claim(file));

        inbox.putBack(claimed);

        assertThat(file).hasContent(CUSTOMERS);
        assertThat(inbox.isReady(file)).as("for the watch").isFalse();
        assertThat(inbox.waiting()).as("for a run that somebody asks for").containsExactly(file);
        assertThat(folder.resolve(".work")).isEmptyDirectory();
    }

    @Test
    void givesAFileBackBesideOneOfTheSameName() throws Exception {
        Path claimed = Objects.requireNonNull(inbox.claim(drop("a.csv.gz", CUSTOMERS)));
        Path newer = drop("a.csv.gz", PRODUCTS);

        inbox.putBack(claimed);

        assertThat(newer).hasContent(PRODUCTS);
        assertThat(folder.resolve("a-2.csv.gz")).hasContent(CUSTOMERS);
    }

    @Test
    void givesNothingBackOfAFileThatHasLeftAlready() throws Exception {
        Path claimed = Objects.requireNonNull(inbox.claim(drop("a.csv", CUSTOMERS)));
        Files.delete(claimed);

        inbox.putBack(claimed);

        assertThat(folder.resolve("a.csv")).doesNotExist();
        assertThat(folder.resolve(".work")).isEmptyDirectory();
    }

    @Test
    void removesTheFolderOfAFileThatHasLeft() throws Exception {
        Path claimed = Objects.requireNonNull(inbox.claim(drop("a.csv", CUSTOMERS)));
        Files.delete(claimed);

        inbox.forget(claimed);
        inbox.forget(claimed);

        assertThat(folder.resolve(".work")).isEmptyDirectory();
    }

    @Test
    void removesTheEmptyFoldersOfAnEarlierProcess() throws Exception {
        Path claimed = Objects.requireNonNull(inbox.claim(drop("a.csv", CUSTOMERS)));
        Path empty = Files.createDirectory(folder.resolve(".work/empty"));
        Path parts = Files.createDirectories(folder.resolve(".work/unpacked/.parts"));
        Files.writeString(parts.resolve("part.csv"), CUSTOMERS);
        Path fresh = Files.createDirectory(folder.resolve(".work/fresh"));
        FileTime old = FileTime.from(Instant.now().minusSeconds(3600));
        for (Path folder : new Path[] {claimed.getParent(), empty, parts.getParent()}) {
            Files.setLastModifiedTime(folder, old);
        }

        inbox(Clock.systemUTC(), "200ms");

        assertThat(empty).doesNotExist();
        assertThat(parts).doesNotExist();
        assertThat(fresh).as("another instance may be about to use it").exists();
        assertThat(claimed).exists();
    }

    @Test
    void neverTakesALinkThatLiesWhereFilesAreClaimed() throws Exception {
        Path secret = Files.writeString(folder.resolveSibling("secret.csv"), CUSTOMERS);
        Path own = Files.createDirectory(folder.resolve(".work/x"));
        Path link = Files.createSymbolicLink(own.resolve("link.csv"), secret);

        assertThat(inbox.waiting()).isEmpty();
        assertThat(inbox.leftOver()).isEmpty();
        assertThat(inbox.claim(link)).isNull();
        assertThatThrownBy(() -> PlainFile.open(link)).isInstanceOf(FileSystemException.class);
        assertThat(inbox.untaken()).extracting(Untaken::name).containsExactly("link.csv");
    }

    private Inbox inboxAt(String now, String settle) throws IOException {
        return inbox(Clock.fixed(Instant.parse(now), ZoneOffset.UTC), settle);
    }

    private Inbox inbox(Clock clock, String settle) throws IOException {
        SalesEtlProperties properties = SomeProperties.with(Map.of("inbox", folder.toString(), "settle", settle));
        return new Inbox(properties, new LoadOrder(SomeSniffer.with(properties)), clock, clock);
    }

    private Path drop(String name, String text) throws IOException {
        return aged(name, text, 60);
    }

    private Path aged(String name, String text, int seconds) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
    }

    private static void append(Path file, AtomicBoolean grow) {
        while (grow.get()) {
            try {
                Files.writeString(file, "C2,Bo\n", StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
