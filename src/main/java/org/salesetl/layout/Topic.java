package org.salesetl.layout;

import org.salesetl.vocabulary.Subject;

/**
 * What one question is about. A file raises at most one question on each topic.
 *
 * @param about the subject
 * @param detail what tells several questions about the same subject apart, for example the status; else empty
 */
public record Topic(Subject about, String detail) {

    /** A subject about which a file raises one question only. */
    public static Topic of(Subject about) {
        return new Topic(about, "");
    }
}
