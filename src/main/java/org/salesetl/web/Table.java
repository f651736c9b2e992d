package org.salesetl.web;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlRow;

/**
 * A table for a file.
 *
 * @param name the name of the file without its ending; never text of a client
 * @param title the name of the sheet in a workbook
 * @param columns the names of the columns
 * @param rows a list of values for each row, in the order of the columns; the rows can be read once
 */
public record Table(
        String name, String title, List<String> columns, Iterator<? extends List<? extends @Nullable Object>> rows) {

    /**
     * A table of the rows of a statement, each of which is read when it is written.
     *
     * @param selected the rows of the statement
     * @param cells makes the values of a row, in the order of the columns
     */
    public static Table ofRows(
            String name,
            String title,
            List<String> columns,
            Iterator<Map<String, Object>> selected,
            Function<SqlRow, List<@Nullable Object>> cells) {
        return new Table(name, title, columns, new Iterator<List<@Nullable Object>>() {
            @Override
            public boolean hasNext() {
                return selected.hasNext();
            }

            @Override
            public List<@Nullable Object> next() {
                return cells.apply(new SqlRow(selected.next()));
            }
        });
    }

    /** The same table as a caller may see it. */
    Table seenBy(Caller caller) {
        Iterator<? extends List<? extends @Nullable Object>> all = rows;
        return !caller.masked()
                ? this
                : new Table(name, title, columns, new Iterator<List<@Nullable Object>>() {
                    @Override
                    public boolean hasNext() {
                        return all.hasNext();
                    }

                    @Override
                    public List<@Nullable Object> next() {
                        List<@Nullable Object> cells = new ArrayList<>(all.next());
                        cells.replaceAll(cell -> cell instanceof String text ? caller.seen(text) : cell);
                        return cells;
                    }
                });
    }
}
