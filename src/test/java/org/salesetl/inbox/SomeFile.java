package org.salesetl.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SomeProperties;
import org.salesetl.layout.ChunkReader;
import org.salesetl.layout.Layout;
import org.salesetl.layout.SomeSniffer;
import org.salesetl.text.Chunk;
import org.salesetl.text.CutRecords;

/**
 * A dropped file as a load reads it.
 *
 * @param drop the file
 * @param layout what its header says
 * @param chunks its records below the header
 */
public record SomeFile(Drop drop, Layout layout, List<Chunk> chunks) {

    public static SomeFile of(Path folder, byte[] bytes) throws IOException {
        return at(Files.write(folder.resolve("some.csv"), bytes));
    }

    /** The file as it is there. */
    public static SomeFile at(Path file) throws IOException {
        return at(file, drops());
    }

    /** The same, with mappings or a configuration of its own. */
    public static SomeFile at(Path file, Drops drops) throws IOException {
        Drop drop = drops.identify(file);
        Layout layout = drops.layout(drop);
        List<Chunk> chunks = new ArrayList<>();
        try (ChunkReader reader = drops.chunks(drop, layout)) {
            reader.forEachRemaining(chunks::add);
        }
        return new SomeFile(drop, layout, chunks);
    }

    public static Drops drops() {
        return drops(SomeProperties.defaults());
    }

    public static Drops drops(SalesEtlProperties properties) {
        return new Drops(SomeSniffer.survey(properties), properties);
    }

    /** The cells of a chunk's records. */
    public List<List<String>> cells(Chunk chunk) throws IOException {
        return CutRecords.parse(chunk.text(), layout.delimiter()).stream()
                .map(CSVRecord::toList)
                .toList();
    }
}
