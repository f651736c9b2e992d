package org.salesetl.text;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds a record of a dropped file again. */
public final class DroppedRecords {

    private DroppedRecords() {}

    /** The record that starts on a line, without its line end; null if no record starts there. Reads the file up to that line. */
    public static @Nullable String at(Path file, Encoding encoding, char delimiter, int line) throws IOException {
        if (JsonLines.are(file)) {
            return JsonLines.at(file, encoding, line);
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
