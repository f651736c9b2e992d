package org.salesetl.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The announcements, and what came of them. */
@Component
class Notices {

    private final RetentionStatements statements;

    Notices(RetentionStatements statements) {
        this.statements = statements;
    }

    /** Those that stand, and the last others; the newest first. */
    List<Notice> newest() {
        return statements.rows("retention/select-notices", Map.of()).stream()
                .map(Notice::of)
                .toList();
    }

    /** Those that stand. */
    List<Notice> pending() {
        return newest().stream().filter(Notice::isPending).toList();
    }

    /**
     * Announces that what is older than this will be deleted on that day.
     *
     * @return false if another instance has just announced something of this subject
     */
    boolean announce(Subject subject, Instant olderThan, LocalDate dueOn, Found found) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("subject", subject.label());
        parameters.put("olderThan", RetentionStatements.stored(olderThan));
        parameters.put("dueOn", dueOn);
        parameters.put("items", found.items());
        parameters.put("bytes", found.bytes());
        parameters.put("oldest", found.oldest() == null ? null : RetentionStatements.stored(found.oldest()));
        try {
            statements.update("retention/insert-notice", parameters);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Counts what is gone. */
    void deleted(Notice notice, long items) {
        statements.update("retention/count-deleted", Map.of("noticeId", notice.id(), "items", items));
    }

    /** Ends an announcement: everything is gone. Returns false if that had been noted already, by another instance. */
    boolean finish(Notice notice) {
        return end(notice, false);
    }

    /** Ends an announcement without a deletion. */
    boolean withdraw(Notice notice) {
        return end(notice, true);
    }

    private boolean end(Notice notice, boolean withdrawn) {
        return statements.update("retention/finish-notice", Map.of("noticeId", notice.id(), "withdrawn", withdrawn))
                == 1;
    }
}
