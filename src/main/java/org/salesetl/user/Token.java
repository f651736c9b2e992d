package org.salesetl.user;

import static java.util.Objects.requireNonNull;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import org.salesetl.sql.SqlRow;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.vocabulary.Role;

/**
 * What a program signs in with, without the secret.
 *
 * @param user the user who has made it
 * @param role what the program may do, as long as the user may do it too
 * @param lastDay the last day on which it counts
 */
public record Token(int id, String user, String name, Role role, Instant createdAt, LocalDate lastDay) {

    static Token of(SqlRow row) {
        return new Token(
                row.integer("token_id"),
                row.text("user_name"),
                row.text("name"),
                Labelled.of(Role.class, row.text("role")),
                row.time("created_at"),
                ((Date) requireNonNull((Object) row.columns().get("last_day"))).toLocalDate());
    }
}
