package org.salesetl.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.SomeProperties;

class ArchiveSearchTest {

    private static final String NAME = "Zoë Quux";

    @TempDir
    private Path folder;

    private ArchiveSearch search;

    @BeforeEach
    void makeArchive() throws IOException {
        search = new ArchiveSearch(new Archive(SomeProperties.with("archive", folder.toString()), Clock.systemUTC()));
    }

    @Test
    void findsATextInEveryEncodingAndFolder() throws IOException {
        write("2025/01/31/utf-8.csv", ("a\n" + NAME).getBytes(UTF_8));
        write("2025/01/31/latin.csv", NAME.getBytes(ISO_8859_1));
        write("held/wide.csv", ("x" + NAME).getBytes(UTF_16LE));
        write("2025/01/31/other.csv", "Zoë Quax".getBytes(UTF_8));

        assertThat(search.filesWith(List.of(NAME)))
                .containsExactly("2025/01/31/latin.csv", "2025/01/31/utf-8.csv", "held/wide.csv");
    }

    @Test
    void looksIntoCompressedFilesAndWorkbooks() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(NAME.getBytes(UTF_8));
        }
        write("2025/01/31/packed.csv.gz", packed.toByteArray());
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(workbook)) {
            zip.putNextEntry(new ZipEntry("first.xml"));
            zip.write("nobody".getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("second.xml"));
            zip.write(NAME.getBytes(UTF_8));
        }
        write("unpacked/book.xlsx", workbook.toByteArray());

        assertThat(search.filesWith(List.of(NAME))).containsExactly("2025/01/31/packed.csv.gz", "unpacked/book.xlsx");
    }

    @Test
    void findsATextWhereItIsReadInTwoParts() throws IOException {
        write("long.csv", ("x".repeat((1 << 20) - 3) + NAME + "y".repeat(100)).getBytes(UTF_8));

        assertThat(search.filesWith(List.of(NAME))).containsExactly("long.csv");
    }

    @Test
    void countsABrokenFileAsOneThatMayHaveTheText() throws IOException {
        write("failed/broken.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0});
        write("failed/broken.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0});

        assertThat(search.filesWith(List.of(NAME))).containsExactly("failed/broken.gz", "failed/broken.xlsx");
    }

    @Test
    void takesNoTextForAWorkbookThatBeginsLikeOne() throws IOException {
        write("2025/01/31/prices.csv", "PK;price\n1;2".getBytes(UTF_8));

        assertThat(search.filesWith(List.of(NAME))).isEmpty();
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
