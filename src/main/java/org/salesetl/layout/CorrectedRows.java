package org.salesetl.layout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salesetl.mapping.Column;
import org.salesetl.text.Chunk;
import org.salesetl.text.DropStream;
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
        if (!DropStream.isOfEvents(file) || !key.stream().allMatch(layout::has)) {
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

    private static List<Column> key(Kind kind) {
        return switch (kind) {
            case SALES -> List.of(Column.SALE_ID);
            case CUSTOMERS -> List.of(Column.CUSTOMER_ID);
            case PRODUCTS -> List.of(Column.PRODUCT_ID);
            case RATES -> List.of(Column.DATE, Column.CURRENCY);
        };
    }
}
