package org.salesetl.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesetl.text.RefusedFileException;

class PartFolderTest {

    private static final String HEADER = "order_id,\"the \"\"one\"\"\nnote\"\n";

    @TempDir
    Path folder;

    @Test
    void isTakenWhenItsProgramSaysThatItIsComplete() throws IOException {
        write("part-0", HEADER);
        assertThat(PartFolder.is(folder)).isFalse();

        write("_SUCCESS", "");

        assertThat(PartFolder.is(folder)).isTrue();
        assertThat(PartFolder.is(folder.resolve("part-0"))).isFalse();
    }

    @Test
    void hasTheHeaderOnceAndTheRowsInTheOrderOfTheParts() throws IOException {
        write("part-00002", HEADER + "3,c");
        write("part-00000", HEADER + "1,a");
        write(".part-00000.crc", "checksum");
        write("_SUCCESS", "");
        write("part-00003", "");
        write("part-00004", HEADER);
        compress("part-00001.gz", HEADER + "2,b\n");
        // what is left of a partition without rows
        compress("part-00005.gz", "");

        assertThat(joined()).isEqualTo(HEADER + "1,a\n2,b\n3,c\n");
    }

    @Test
    void keepsEveryRowIfTheFirstPartAloneHasTheHeader() throws IOException {
        write("part-0", "order_id,quantity\n1,2\n");
        write("part-1", "1,2\n");
        write("part-2", "1,2\n");

        assertThat(joined()).isEqualTo("order_id,quantity\n1,2\n1,2\n1,2\n");
    }

    @Test
    void takesAnInchInTheHeaderForNoQuote() throws IOException {
        write("part-0", "order_id,size 24\",price\n1,a,2\n");
        write("part-1", "order_id,size 24\",price\n2,b,3\n");

        assertThat(joined()).isEqualTo("order_id,size 24\",price\n1,a,2\n2,b,3\n");
    }

    @Test
    void keepsEveryObjectOfJson() throws IOException {
        write("part-0", "{\"order_id\":1}\n");
        write("part-1", "{\"order_id\":1}\n");

        assertThat(joined()).isEqualTo("{\"order_id\":1}\n{\"order_id\":1}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.csv|order_id    |b.csv|order_id |c.csv|1 |the header in each part",
                "a.csv|order_id    |b.csv|%PDF-1.7 |c.csv|1 |only tables of text",
                "a.csv|order_id    |b.csv|1        |c.csv|2 |at most 2 parts",
                "_a   |order_id    |.b   |1        |_c   |2 |at least one part with rows",
            })
    void refusesPartsOfNoTable(
            String first, String of, String second, String ofSecond, String third, String ofThird, String expected)
            throws IOException {
        write(first, of);
        write(second, ofSecond);
        write(third, ofThird);

        assertThatThrownBy(() -> new PartFolder(folder, expected.startsWith("at most") ? 2 : 9)
                        .join(OutputStream.nullOutputStream(), () -> {}))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("Expected " + expected);
    }

    @Test
    void refusesFoldersAndLinksInPlaceOfParts() throws IOException {
        write("part-0", HEADER);
        Files.createSymbolicLink(folder.resolve("part-1"), folder.resolve("part-0"));

        assertThatThrownBy(this::joined).hasMessageContaining("but found part-1.");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void compress(String name, String text) throws IOException {
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String joined() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PartFolder(folder, 9).join(out, () -> {});
        return out.toString(StandardCharsets.UTF_8);
    }
}
