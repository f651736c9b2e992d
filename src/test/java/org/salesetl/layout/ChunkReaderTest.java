package org.salesetl.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.SomeProperties;
import org.salesetl.text.CutRecords;
import org.salesetl.text.CutRecords.Cut;
import org.salesetl.text.Encoding;
import org.salesetl.text.RefusedFileException;

class ChunkReaderTest {

    private final HeaderSniffer sniffer = SomeSniffer.with(SomeProperties.defaults());
    private Path folder;

    @BeforeEach
    void workIn(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void startsBelowTheHeader() throws IOException {
        assertThat(read("customer_id,name\nC1,Ann\n")).containsExactly(Cut.good(2, "C1", "Ann"));
    }

    @Test
    void countsBlankLinesAboveTheHeader() throws IOException {
        assertThat(read("\n  \r\ncustomer_id,\"na\nme\"\nC1,Ann\n")).containsExactly(Cut.good(5, "C1", "Ann"));
    }

    @Test
    void skipsTheByteOrderMark() throws IOException {
        assertThat(read("\uFEFFcustomer_id,name\nC1,Ann\n")).containsExactly(Cut.good(2, "C1", "Ann"));
    }

    @Test
    void givesNothingOfAFileWithOnlyAHeader() throws IOException {
        assertThat(read("customer_id,name")).isEmpty();
    }

    @Test
    void readsCompressedFilesWithAByteOrderMark() throws IOException {
        assertThat(read(gzip("\uFEFFcustomer_id,name\nC1,Ann\n".getBytes(UTF_8))))
                .containsExactly(Cut.good(2, "C1", "Ann"));
    }

    @Test
    void readsCompressedFilesThatWereAppendedToOneAnother() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(gzip("customer_id,name\nC1,A".getBytes(UTF_8)));
        both.write(gzip("nn\nC2,Bo\n".getBytes(UTF_8)));

        assertThat(read(both.toByteArray())).containsExactly(Cut.good(2, "C1", "Ann"), Cut.good(3, "C2", "Bo"));
    }

    @Test
    void refusesACompressedFileThatBreaksOff() throws IOException {
        byte[] whole = gzip(manyRows());

        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageStartingWith("Expected a complete compressed file but it is damaged or was cut off. ")
                .hasMessageEndingWith("Compress it again and drop it again.");
    }

    @Test
    void refusesACompressedFileWithFlippedBytes() throws IOException {
        byte[] damaged = gzip(manyRows());
        for (int i = 0; i < 64; i++) {
            damaged[damaged.length / 2 + i] ^= 0x5A;
        }

        assertThatThrownBy(() -> read(damaged)).isInstanceOf(RefusedFileException.class);
    }

    private static byte[] manyRows() {
        StringBuilder text = new StringBuilder("customer_id,name\n");
        Random random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            text.append('C').append(i).append(',').append(random.nextLong()).append('\n');
        }
        return text.toString().getBytes(UTF_8);
    }

    private List<Cut> read(String text) throws IOException {
        return read(text.getBytes(UTF_8));
    }

    private List<Cut> read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("customers.csv"), bytes);
        try (ChunkReader reader = ChunkReader.open(file, sniffer.layout(file, Encoding.UTF_8))) {
            return CutRecords.of(reader, ',');
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(compressed)) {
            stream.write(bytes);
        }
        return compressed.toByteArray();
    }
}
