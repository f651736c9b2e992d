package org.salesetl.rollup;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.work.ScratchFile;

/**
 * One sorted batch of a load's changes. For each pack that they touch, it has a pack of additions, a pack of removals, or both.
 */
final class PackedBatch {

    /** The packs in this batch, ascending, and where each starts; one more entry tells where the last one ends. */
    private final int[] codes;

    private final int[] starts;

    private byte[] bytes;

    /** The file with the bytes, once they have left memory. */
    private @Nullable ScratchFile file;

    private long fileStart;

    private PackedBatch(int[] codes, int[] starts, byte[] bytes) {
        this.codes = codes;
        this.starts = starts;
        this.bytes = bytes;
    }

    /** The number of a pack of additions or removals. All packs of a month have consecutive numbers. */
    static int code(PackKey key, boolean removal) {
        return (key.month() * PackKey.SLICES + key.slice()) * 2 + (removal ? 1 : 0);
    }

    /** The packs that these changes touch; a pack with both additions and removals comes twice. */
    Stream<PackKey> keys() {
        return Arrays.stream(codes).mapToObj(code -> new PackKey(code / 2 / PackKey.SLICES, code / 2 % PackKey.SLICES));
    }

    int length() {
        return starts[codes.length];
    }

    /** The additions to a pack, or the removals from it; empty if there are none. */
    Optional<PackReader> read(PackKey key, boolean removal) throws IOException {
        int index = Arrays.binarySearch(codes, code(key, removal));
        if (index < 0) {
            return Optional.empty();
        }
        int start = starts[index];
        int end = starts[index + 1];
        return Optional.of(
                file == null
                        ? new PackReader(bytes, start, end)
                        : new PackReader(file.read(fileStart + start, end - start)));
    }

    /** Moves the bytes from memory into the file; does nothing if they are there already. */
    void moveTo(ScratchFile scratch) throws IOException {
        if (file == null) {
            fileStart = scratch.append(bytes);
            file = scratch;
            bytes = new byte[0];
        }
    }

    /** Writes the packs of a batch in ascending order. */
    static final class Builder {

        private final PackWriter writer;
        private int[] codes = new int[64];
        private int[] starts = new int[65];
        private int count;

        Builder(int lines) {
            writer = new PackWriter(lines * 16);
        }

        PackWriter begin(int code) {
            if (count == codes.length) {
                codes = Arrays.copyOf(codes, count * 2);
                starts = Arrays.copyOf(starts, count * 2 + 1);
            }
            codes[count] = code;
            starts[count] = writer.length();
            count++;
            writer.begin(code / 2 / PackKey.SLICES);
            return writer;
        }

        PackedBatch build() {
            starts[count] = writer.length();
            return new PackedBatch(Arrays.copyOf(codes, count), Arrays.copyOf(starts, count + 1), writer.toBytes());
        }
    }
}
