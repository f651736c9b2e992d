package org.salesetl.database;

import org.jspecify.annotations.Nullable;
import org.salesetl.RefusedStartException;

/** The embedded server cannot be used; the message says why in one sentence. */
final class EmbeddedServerException extends RefusedStartException {

    EmbeddedServerException(String message) {
        this(message, null);
    }

    EmbeddedServerException(String message, @Nullable Throwable cause) {
        super(
                message,
                "Either start the service with its own MySQL by \"docker compose up\", or point spring.datasource.url,"
                        + " spring.datasource.username and spring.datasource.password at a MySQL or MariaDB server.",
                cause);
    }
}
