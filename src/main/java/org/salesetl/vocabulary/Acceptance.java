package org.salesetl.vocabulary;

/** What happens to rows of an unusual kind. */
public enum Acceptance implements Labelled {
    ACCEPT,
    REJECT
}
