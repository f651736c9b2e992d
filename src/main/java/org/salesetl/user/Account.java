package org.salesetl.user;

import java.time.Instant;
import org.salesetl.sql.SqlRow;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.vocabulary.Role;

/**
 * Somebody who may sign in.
 *
 * @param password the hash of the password
 * @param enabled whether the user may sign in now
 * @param oneTime whether somebody else knows the password too, so that the user has to change it before anything else
 */
public record Account(String name, String password, Role role, boolean enabled, boolean oneTime, Instant createdAt) {

    static Account of(SqlRow row) {
        return new Account(
                row.text("name"),
                row.text("password"),
                Labelled.of(Role.class, row.text("role")),
                row.isTrue("enabled"),
                row.isTrue("one_time"),
                row.time("created_at"));
    }
}
