package org.salesetl.engine;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.SomeProperties;
import org.salesetl.inbox.SomeFile;
import org.salesetl.layout.ChunkReader;
import org.salesetl.ledger.Run;
import org.salesetl.ledger.RunRequest;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.ledger.RunRequest.Trigger;
import org.salesetl.load.Claim;
import org.salesetl.outage.DiskRoom;
import org.salesetl.text.Chunk;
import org.salesetl.text.RefusedFileException;
import org.salesetl.work.WorkFolder;

class PlainTextTest {

    private static final String SALES = """
            sale_id;order_id;customer_id;product_id;order_date;quantity;price
            S1;O1;Zoë;P1;2025-01-06;2;1,50
            S2;O1;Zoë;"Öl
            und Essig";2025-01-06;1;20,00
            S3;O2;José;P1;2025-01-07;3;1,50
            """;

    @TempDir
    private Path folder;

    @Test
    void isTheFileItselfIfReadingCanBeginAnywhere() throws IOException {
        Claim claim = claim(SALES.getBytes(UTF_8));

        try (PlainText text = text(claim, "1KB")) {
            assertThat(requireNonNull(text).path()).isEqualTo(claim.path());
        }
        assertThat(claim.path()).exists();
    }

    @Test
    void isACopyOfWhatIsCompressed() throws IOException {
        assertIsCopied(compressed(SALES.getBytes(UTF_8)));
    }

    @Test
    void isACopyOfOtherEncodings() throws IOException {
        assertIsCopied(SALES.getBytes(Charset.forName("windows-1252")));
        assertIsCopied(("\uFEFF" + SALES).getBytes(UTF_16LE));
    }

    @Test
    void isACopyWithoutByteOrderMarks() throws IOException {
        assertIsCopied(compressed(("\uFEFF" + SALES).getBytes(UTF_8)));
    }

    @Test
    void isNothingWhereTheDiskIsNearlyFull() throws IOException {
        Claim claim = claim(compressed(SALES.getBytes(UTF_8)));

        assertThat(text(claim, "1000000TB")).isNull();
        assertThat(left()).isEmpty();
    }

    @Test
    void leavesNothingWhenTheWorkIsGivenUp() throws IOException {
        Claim claim = claim(compressed(SALES.getBytes(UTF_8)));

        assertThatThrownBy(() -> PlainText.of(claim, WorkFolder.at(folder.resolve("work")), room("1KB"), () -> {
                    throw new IllegalStateException("given up");
                }))
                .hasMessage("given up");
        assertThat(left()).isEmpty();
    }

    @Test
    void refusesAFileThatHasBeenDamagedMeanwhile() throws IOException {
        byte[] bytes = compressed(SALES.repeat(100).getBytes(UTF_8));
        Claim claim = claim(bytes);
        Files.write(claim.path(), Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> text(claim, "1KB")).isInstanceOf(RefusedFileException.class);
        assertThat(left()).isEmpty();
    }

    /** The copy has the same records on the same lines, and is gone at the end. */
    private void assertIsCopied(byte[] bytes) throws IOException {
        Claim claim = claim(bytes);
        try (PlainText text = requireNonNull(text(claim, "1KB"))) {
            assertThat(Files.readString(text.path())).isEqualTo(SALES);
            assertThat(text.path()).startsWith(folder);
            assertThat(records(ChunkReader.open(text.path(), text.layout())))
                    .hasSize(3)
                    .isEqualTo(records(ChunkReader.open(claim.path(), claim.layout())));
        }
        assertThat(left()).isEmpty();
    }

    private static List<String> records(ChunkReader reader) throws IOException {
        List<String> records = new ArrayList<>();
        try (reader) {
            while (reader.hasNext()) {
                Chunk chunk = reader.next();
                for (int i = 0; i < chunk.size(); i++) {
                    records.add(chunk.line(i) + ": " + chunk.raw(i));
                }
            }
        }
        return records;
    }

    private Claim claim(byte[] bytes) throws IOException {
        SomeFile file = SomeFile.of(folder, bytes);
        Claim claim = new Claim(new Run(1, new RunRequest(Trigger.WATCH, Mode.INCREMENTAL)), file.drop());
        claim.read(file.layout());
        return claim;
    }

    private @Nullable PlainText text(Claim claim, String leastRoom) throws IOException {
        return PlainText.of(claim, WorkFolder.at(folder.resolve("work")), room(leastRoom), () -> {});
    }

    private DiskRoom room(String least) {
        return new DiskRoom(SomeProperties.with(Map.of("data", folder.toString(), "least-room", least)));
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("work"))) {
            return files.toList();
        }
    }

    private static byte[] compressed(byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text);
        }
        return bytes.toByteArray();
    }
}
