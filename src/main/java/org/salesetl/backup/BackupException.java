package org.salesetl.backup;

/** A backup or a restore that does not go on. The message says why, and what to do. */
final class BackupException extends RuntimeException {

    BackupException(String message) {
        super(message);
    }

    BackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
