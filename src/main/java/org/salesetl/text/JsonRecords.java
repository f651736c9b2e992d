package org.salesetl.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Cuts a stream of JSON lines into chunks, whose records are lines of CSV with the given columns. A line that is no object is malformed. */
final class JsonRecords implements Records {

    private static final int MAX_RECORDS = 4_000;
    private static final int MAX_CHUNK_BYTES = 1 << 20;

    private final LineReader lines;
    private final Map<String, Integer> places = new HashMap<>();
    private final @Nullable String[] cells;
    private int nextLine = 1;
    private byte @Nullable [] line;
    private boolean begun;

    JsonRecords(InputStream stream, List<String> columns) {
        this.lines = new LineReader(stream);
        this.cells = new String[columns.size()];
        columns.forEach(column -> places.putIfAbsent(column, places.size()));
    }

    @Override
    public boolean hasNext() {
        if (!begun) {
            begun = true;
            advance();
        }
        return line != null;
    }

    @Override
    public Chunk next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return cut(MAX_RECORDS);
    }

    @Override
    public @Nullable Chunk nextRecord() {
        return hasNext() ? cut(1) : null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private Chunk cut(int maxRecords) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int[] starts = new int[Math.min(maxRecords, 64) + 1];
        int[] numbers = new int[starts.length];
        BitSet malformed = new BitSet();
        int count = 0;
        for (byte[] current = line;
                current != null && count < maxRecords && bytes.size() < MAX_CHUNK_BYTES;
                current = line) {
            if (count + 1 == starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
                numbers = Arrays.copyOf(numbers, starts.length);
            }
            starts[count] = bytes.size();
            numbers[count] = nextLine++;
            if (!write(current, bytes)) {
                malformed.set(count);
                bytes.writeBytes(current);
                bytes.write('\n');
            }
            count++;
            advance();
        }
        starts[count] = bytes.size();
        return new Chunk(
                bytes.toByteArray(),
                Arrays.copyOf(starts, count + 1),
                Arrays.copyOf(numbers, count),
                malformed,
                "expected one JSON object of at most 1 MiB in the line but found another text");
    }

    private boolean write(byte[] current, ByteArrayOutputStream target) {
        if (lines.isTooLong()) {
            return false;
        }
        Arrays.fill(cells, null);
        if (!isBlank(current) && !JsonRecord.read(current, this::keep)) {
            return false;
        }
        JsonRecord.write(cells, target);
        return true;
    }

    private void keep(String name, String value) {
        Integer place = places.get(name);
        if (place != null) {
            cells[place] = value;
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b > ' ' || b < 0) {
                return false;
            }
        }
        return true;
    }

    private void advance() {
        try {
            line = lines.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
