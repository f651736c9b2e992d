package org.salesetl.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds a record of a dropped file again. */
public final class DroppedRecords {

    private DroppedRecords() {}

    /** The records that start on some lines, in one reading of the file; none for a line where no record starts. */
    public static Map<Integer, String> at(Path file, Encoding encoding, char delimiter, SortedSet<Integer> lines)
            throws IOException {
        if (JsonLines.are(file)) {
            return JsonLines.at(file, encoding, lines);
        }
        Map<Integer, String> found = new HashMap<>();
        try (RecordChunks chunks = new RecordChunks(DropStream.text(file, encoding), delimiter)) {
            while (chunks.hasNext()) {
                Chunk chunk = chunks.next();
                for (int record = 0; record < chunk.size(); record++) {
                    if (lines.contains(chunk.line(record))) {
                        found.put(chunk.line(record), chunk.raw(record));
                    }
                }
            }
        }
        return found;
    }

    /** The record that starts on a line, without its line end; null if no record starts there. Reads the file up to that line. */
    public static @Nullable String at(Path file, Encoding encoding, char delimiter, int line) throws IOException {
        if (JsonLines.are(file)) {
            return JsonLines.at(file, encoding, new TreeSet<>(Set.of(line))).get(line);
        }
        try (RecordChunks chunks = new RecordChunks(DropStream.text(file, encoding), delimiter)) {
            while (chunks.hasNext()) {
                Chunk chunk = chunks.next();
                if (chunk.line(chunk.size() - 1) >= line) {
                    for (int record = 0; record < chunk.size(); record++) {
                        if (chunk.line(record) == line) {
                            return chunk.raw(record);
                        }
                    }
                    return null;
                }
            }
            return null;
        }
    }
}
