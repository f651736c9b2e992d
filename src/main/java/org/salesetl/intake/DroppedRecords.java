package org.salesetl.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds a record of a dropped file again. */
public final class DroppedRecords {

    private DroppedRecords() {}

    /**
     * The record that starts on a line, without its line end; null if none does. The file is read up to it.
     *
     * @param encoding as the ledger has it, for example {@code windows-1252}
     */
    public static @Nullable String at(Path file, String encoding, char delimiter, int line) throws IOException {
        Encoding read = Arrays.stream(Encoding.values())
                .filter(known -> known.label().equals(encoding.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(Encoding.UTF_8);
        try (RecordChunks chunks = new RecordChunks(DropStream.text(file, read), delimiter)) {
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
