package org.salesetl.bucket;

import org.jspecify.annotations.Nullable;

/** An object is not for us, is gone, or somebody has replaced it. Other objects can be read. */
class ObjectException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ObjectException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
