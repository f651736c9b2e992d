package org.salesetl;

import java.util.Locale;

/**
 * What the doctor found out about one thing.
 *
 * @param level how bad it is
 * @param subject the thing, in a word or two
 * @param words what was found and, if that is not well, what to do about it
 */
public record Diagnosis(Level level, String subject, String words) {

    /** How bad something is. */
    public enum Level {
        OK,
        /** The service works, but worse than it could, or not for long. */
        WARNING,
        /** The service does not start, or cannot do its work. */
        FAILED
    }

    public static Diagnosis ok(String subject, String words) {
        return new Diagnosis(Level.OK, subject, words);
    }

    public static Diagnosis warning(String subject, String words) {
        return new Diagnosis(Level.WARNING, subject, words);
    }

    public static Diagnosis failed(String subject, String words) {
        return new Diagnosis(Level.FAILED, subject, words);
    }

    /** What would prevent a start. */
    public static Diagnosis failed(String subject, RefusedStartException refusal) {
        return failed(subject, refusal.getMessage() + " " + refusal.wayOut());
    }

    /** One line for a terminal. */
    public String line() {
        return String.format(
                "%-8s %-16s %s", level.name().toLowerCase(Locale.ROOT), subject, words.replaceAll("\\s+", " "));
    }
}
