package org.salesetl.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.Column;
import org.salesetl.text.Chunk;
import org.salesetl.text.DropStream;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Kind;

/**
 * The events that a later event in the same file corrects: it has the same id. In other files, an id that comes twice is a mistake; events
 * come together in a file by chance, and are corrections of each other wherever they are.
 */
public final class CorrectedRows {

    private CorrectedRows() {}

    /** The lines of the events that do not count because a later one does; none in another file. */
    public static BitSet of(Path file, Layout layout, Set<String> nullWords) throws IOException {
        BitSet corrected = new BitSet();
        List<Column> key = key(layout.kind());
        if (!DropStream.isOfEvents(file) || !key.stream().allMatch(layout::has) || areDistinct(file, layout, key)) {
            return corrected;
        }
        Map<List<String>, Integer> lines = new HashMap<>();
        try (ChunkReader chunks = ChunkReader.open(file, layout);
                RowReader reader = new RowReader(layout, nullWords)) {
            while (chunks.hasNext()) {
                Chunk chunk = chunks.next();
                List<Row> rows = reader.read(chunk);
                for (int i = 0; i < rows.size(); i++) {
                    Row row = rows.get(i);
                    if (chunk.isMalformed(i)
                            || row.leftOut() != null
                            || key.stream().anyMatch(c -> row.cell(c) == null)) {
                        continue;
                    }
                    Integer before = lines.put(key.stream().map(row::cell).toList(), row.line());
                    if (before != null) {
                        corrected.set(before);
                    }
                }
            }
        }
        return corrected;
    }

    /** Whether a quick look shows that no two events have the same id, as is usual. */
    private static boolean areDistinct(Path file, Layout layout, List<Column> key) throws IOException {
        CellPlaces cells = layout.columns().get(key.get(0));
        if (key.size() > 1 || cells == null || !cells.isOneCell()) {
            return false;
        }
        int place = cells.places().get(0);
        Set<String> ids = new HashSet<>();
        try (ChunkReader chunks = ChunkReader.open(file, layout)) {
            while (chunks.hasNext()) {
                Chunk chunk = chunks.next();
                for (int i = 0; i < chunk.size(); i++) {
                    String id = chunk.isMalformed(i) ? "" : bareCell(chunk, i, layout.delimiter(), place);
                    if (id == null || (!id.isEmpty() && !ids.add(id))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** The text of a cell; null if a quote stands in it or before it. */
    private static @Nullable String bareCell(Chunk chunk, int record, char delimiter, int place) {
        byte[] bytes = chunk.bytes();
        int from = chunk.start(record);
        int cell = 0;
        for (int at = from; at < chunk.start(record + 1); at++) {
            if (bytes[at] == '"') {
                return null;
            } else if (bytes[at] == delimiter || bytes[at] == '\n') {
                if (cell == place) {
                    return Text.strip(new String(bytes, from, at - from, UTF_8));
                }
                cell++;
                from = at + 1;
            }
        }
        return "";
    }

    private static List<Column> key(Kind kind) {
        return switch (kind) {
            case SALES -> List.of(Column.SALE_ID);
            case CUSTOMERS -> List.of(Column.CUSTOMER_ID);
            case PRODUCTS -> List.of(Column.PRODUCT_ID);
            case RATES -> List.of(Column.DATE, Column.CURRENCY);
        };
    }
}
