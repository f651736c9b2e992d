package org.salesetl.layout;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the ids of sales repeat in the next line, which then says something else: such an id is that of an order with several
 * lines. The lines of an order are neighbours, so one line is remembered.
 */
final class RepeatedIdSurvey implements PlaceSurvey {

    private byte[] id = {};
    private byte[] record = {};
    private @Nullable Sighting repeated;

    @Override
    public void look(byte[] bytes, int from, int to, int line) {
        int endOfId = end(bytes, from, to);
        if (repeated != null || endOfId == from) {
            return;
        }
        int start = from;
        while (start > 0 && bytes[start - 1] != '\n' && bytes[start - 1] != '\r') {
            start--;
        }
        int end = to;
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        boolean sameId = Arrays.equals(id, 0, id.length, bytes, from, endOfId);
        if (sameId && !Arrays.equals(record, 0, record.length, bytes, start, end)) {
            repeated = Sighting.of(line, bytes, from, endOfId);
        }
        id = Arrays.copyOfRange(bytes, from, endOfId);
        record = Arrays.copyOfRange(bytes, start, end);
    }

    /** Where the id ends: the last cell of a record goes on to the end of the line. */
    private static int end(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r' || bytes[end - 1] == ' ')) {
            end--;
        }
        return end;
    }

    /** An id that the line above has too; null if there is none. */
    @Nullable
    Sighting repeated() {
        return repeated;
    }
}
