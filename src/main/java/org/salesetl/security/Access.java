package org.salesetl.security;

import org.jspecify.annotations.Nullable;
import org.salesetl.vocabulary.Role;

/** Who may send a request. */
enum Access {
    /** Everybody, also before a sign-in. */
    EVERYBODY(null),
    /** Users, and everybody while reading is open. */
    READERS(Role.VIEWER),
    /** Every user who has given a password, here or to a provider, even a one-time password; no program with a token. */
    USERS_IN_PERSON(null),
    /** Users with the role operator, or a higher one. */
    OPERATORS(Role.OPERATOR),
    /** Users with the role admin. */
    ADMINS(Role.ADMIN),
    /** Users with the role admin who have given a password; no program with a token. */
    ADMINS_IN_PERSON(Role.ADMIN),
    /** Users with the role admin, and whoever has the token for the metrics. */
    METRICS(Role.ADMIN);

    private final @Nullable Role role;

    Access(@Nullable Role role) {
        this.role = role;
    }

    /** The lowest role that a user needs; null if nobody needs one. */
    @Nullable
    Role role() {
        return role;
    }

    /** Whether the user must have given a password. */
    boolean isInPerson() {
        return this == USERS_IN_PERSON || this == ADMINS_IN_PERSON;
    }
}
