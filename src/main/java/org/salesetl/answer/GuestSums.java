package org.salesetl.answer;

import java.util.List;
import java.util.stream.Collectors;
import org.salesetl.sql.SqlRow;

/**
 * The sales that wait only because they have no customer, added up by the columns of their files.
 *
 * @param json an array for each of these groups, {@code [[12,3,40,"1234.5000"],…]}: the newest file, how many files, how many sales, and
 *     what the sales would bring
 */
record GuestSums(String json) {

    /** The rows of {@code sum-up-guests.sql}. */
    static GuestSums of(List<SqlRow> rows) {
        return new GuestSums(rows.stream()
                .map(row ->
                        "[" + row.integer("file_id") + "," + row.longInteger("files") + "," + row.longInteger("sales")
                                + ",\"" + row.decimal("revenue").toPlainString() + "\"]")
                .collect(Collectors.joining(",", "[", "]")));
    }
}
