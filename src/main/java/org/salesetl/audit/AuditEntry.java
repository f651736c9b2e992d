package org.salesetl.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlRow;

/**
 * Something that somebody did.
 *
 * @param user who did it; null if nobody knows
 * @param address the address of the client
 * @param what the label of an {@link Act}
 * @param thing what it was about
 * @param before what was there before; null if nobody has noted it
 * @param after what was asked for
 */
public record AuditEntry(
        Instant at,
        @Nullable String user,
        String address,
        String what,
        String thing,
        @Nullable String before,
        @Nullable String after) {

    static AuditEntry of(SqlRow row) {
        return new AuditEntry(
                row.time("at"),
                row.textOrNull("user_name"),
                row.text("address"),
                row.text("what"),
                row.text("thing"),
                row.textOrNull("value_before"),
                row.textOrNull("value_after"));
    }
}
