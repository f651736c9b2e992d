package org.salesetl.retention;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What retention would delete, has announced, and has deleted.
 *
 * @param subjects what can be deleted
 * @param done the last announcements that have ended
 */
record RetentionReport(List<Entry> subjects, List<Notice> done) {

    /**
     * One subject.
     *
     * @param keep how long it is kept, as in ISO 8601; null for ever
     * @param olderThan what is older is old today; null if nothing ever is
     * @param old what is old today; null if nobody has looked
     * @param notice what is announced; null if nothing is
     */
    record Entry(
            Subject subject,
            @Nullable Period keep,
            @Nullable Instant olderThan,
            @Nullable Found old,
            @Nullable Notice notice) {}
}
