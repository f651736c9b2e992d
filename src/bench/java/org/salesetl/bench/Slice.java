package org.salesetl.bench;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** What part of the sales a question is about. */
enum Slice {
    WHOLE,
    /** Three months of one category. */
    PART;

    static final LocalDate FROM = LocalDate.of(2024, 4, 15);
    static final LocalDate TO = LocalDate.of(2024, 7, 14);
    static final String CATEGORY = "Books";

    /** As the query of an address. */
    String query() {
        return switch (this) {
            case WHOLE -> "";
            case PART -> "?from=" + FROM + "&to=" + TO + "&category=" + CATEGORY;
        };
    }

    /** The folder of its statements. */
    String folder() {
        return switch (this) {
            case WHOLE -> "whole";
            case PART -> "slice";
        };
    }

    static int key(LocalDate date) {
        return Integer.parseInt(date.format(DateTimeFormatter.BASIC_ISO_DATE));
    }
}
