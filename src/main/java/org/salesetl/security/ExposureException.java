package org.salesetl.security;

/** The service would be open to strangers as it is configured. */
final class ExposureException extends RuntimeException {

    private final String wayOut;

    ExposureException(String message, String wayOut) {
        super(message);
        this.wayOut = wayOut;
    }

    String wayOut() {
        return wayOut;
    }
}
