package org.salesetl.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** Text cut into records as a load cuts it, and each chunk parsed as a load parses it. */
public final class CutRecords {

    private CutRecords() {}

    /**
     * A record of a text.
     *
     * @param line the line on which it starts
     * @param cells its cells; of a malformed record there are none
     * @param malformed whether no parser may see it
     */
    public record Cut(int line, List<String> cells, boolean malformed) {
        public static Cut good(int line, String... cells) {
            return new Cut(line, List.of(cells), false);
        }

        public static Cut malformed(int line) {
            return new Cut(line, List.of(), true);
        }
    }

    public static List<Cut> of(String text) {
        return of(text, ',', Integer.MAX_VALUE);
    }

    /**
     * The records of a text.
     *
     * @param most how many bytes the stream gives at a time, so that records straddle what is read
     */
    public static List<Cut> of(String text, char delimiter, int most) {
        return of(dribble(text.getBytes(StandardCharsets.UTF_8), most), delimiter);
    }

    public static List<Cut> of(InputStream stream, char delimiter) {
        try (RecordChunks chunks = new RecordChunks(stream, delimiter)) {
            return of(chunks, delimiter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Cut> of(Iterator<Chunk> chunks, char delimiter) throws IOException {
        List<Cut> cuts = new ArrayList<>();
        while (chunks.hasNext()) {
            Chunk chunk = chunks.next();
            List<CSVRecord> parsed = parse(chunk.text(), delimiter);
            assertThat(parsed).as("records parsed of a chunk").hasSize(chunk.size());
            for (int i = 0; i < chunk.size(); i++) {
                cuts.add(
                        chunk.isMalformed(i)
                                ? Cut.malformed(chunk.line(i))
                                : new Cut(chunk.line(i), parsed.get(i).toList(), false));
            }
        }
        return cuts;
    }

    public static List<CSVRecord> parse(String text, char delimiter) throws IOException {
        try (var parser = CsvFormats.delimitedBy(delimiter).parse(new StringReader(text))) {
            return parser.getRecords();
        }
    }

    public static InputStream dribble(byte[] bytes, int most) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, most));
            }
        };
    }
}
