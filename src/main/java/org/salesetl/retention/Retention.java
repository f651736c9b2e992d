package org.salesetl.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SalesEtlProperties.Keep;
import org.salesetl.audit.Act;
import org.salesetl.audit.AuditTrail;
import org.salesetl.ledger.RunLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Announces what is older than the settings allow, and deletes it when its day has come. Nothing is deleted that was not announced some
 * days before, or that the settings of the day would keep.
 *
 * <p>Each step is short, holds the lease of runs, and is one transaction. So no run goes on meanwhile, on no instance, and a process that
 * dies leaves an announcement that the next night goes on with.
 */
@Component
class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final Duration LONGEST_NIGHT = Duration.ofHours(6);

    private final Keep keep;
    private final Clock clock;
    private final RunLock lock;
    private final Notices notices;
    private final Map<Subject, OldThings> things = new EnumMap<>(Subject.class);
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Retention(
            SalesEtlProperties properties,
            Clock clock,
            RunLock lock,
            Notices notices,
            List<OldThings> oldThings,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.keep = properties.keep();
        this.clock = clock;
        this.lock = lock;
        this.notices = notices;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        oldThings.forEach(old -> things.put(old.subject(), old));
    }

    /** Begins a night. */
    Night begin() {
        LocalDate today = LocalDate.now(clock);
        return new Night(
                notices.pending().stream()
                        .filter(notice -> !notice.dueOn().isAfter(today) || kept(notice.subject()) == null)
                        .toList(),
                clock.instant().plus(LONGEST_NIGHT));
    }

    /** Whether the night has something left to delete. */
    boolean goesOn(Night night) {
        return night.goesOn(clock.instant());
    }

    /** Deletes some more, unless a run goes on. A failure leaves the rest of an announcement to the next night. */
    void deleteSome(Night night) {
        boolean[] ended = new boolean[1];
        try {
            night.hindered(!lock.whileFree(
                    () -> transaction.executeWithoutResult(status -> ended[0] = isEnded(night, night.notice()))));
        } catch (RuntimeException e) {
            log.error(
                    "What was announced of {} could not be deleted; the next night tries again",
                    night.notice().subject().label(),
                    e);
            ended[0] = true;
        }
        if (ended[0]) {
            night.turn();
        }
    }

    /** Deletes some more of what is announced. Returns whether nothing is left of it. */
    private boolean isEnded(Night night, Notice notice) {
        Instant border = border(notice.subject());
        if (border == null) {
            if (notices.withdraw(notice)) {
                tell(
                        notice.subject(),
                        "withdrawn: sales-etl.keep." + notice.subject().label() + " is not set any more");
            }
            return true;
        }
        OldThings.Batches batches = night.batches();
        if (batches == null) {
            // the settings may keep more than on the day of the announcement
            batches = night.begin(
                    of(notice.subject()).begin(border.isBefore(notice.olderThan()) ? border : notice.olderThan()));
        }
        long deleted = batches.deleteSome();
        if (deleted > 0) {
            notices.deleted(notice, deleted);
        }
        if (batches.isDone()) {
            finish(notice);
        }
        return batches.isDone();
    }

    private void finish(Notice notice) {
        if (notices.finish(notice)) {
            long deleted = notices.newest().stream()
                    .filter(known -> known.id() == notice.id())
                    .mapToLong(Notice::deletedItems)
                    .sum();
            tell(
                    notice.subject(),
                    "deleted: %d of %d announced on %s, older than %s"
                            .formatted(deleted, notice.items(), day(notice.announcedAt()), day(notice.olderThan())));
        }
    }

    /** Announces what has become old, unless something of the same subject is announced still. */
    void announce() {
        List<Subject> announced =
                notices.pending().stream().map(Notice::subject).toList();
        for (Subject subject : Subject.values()) {
            if (!announced.contains(subject)) {
                try {
                    announce(subject);
                } catch (DataAccessException e) {
                    log.warn(
                            "What is old of {} could not be announced; the next night tries again", subject.label(), e);
                }
            }
        }
    }

    private void announce(Subject subject) {
        Instant border = border(subject);
        Found found = border == null ? null : of(subject).look(border);
        LocalDate dueOn = LocalDate.now(clock).plus(keep.notice());
        if (border != null && found != null && found.items() > 0 && notices.announce(subject, border, dueOn, found)) {
            tell(
                    subject,
                    "announced for %s: %d older than %s, about %d MB"
                            .formatted(dueOn, found.items(), day(border), found.bytes() / 1_000_000));
        }
    }

    /** What is older than this is old; null if nothing ever is. */
    @Nullable
    Instant border(Subject subject) {
        Period kept = kept(subject);
        return kept == null ? null : ZonedDateTime.now(clock).minus(kept).toInstant();
    }

    /** What could be announced now; nothing if the settings keep everything. */
    Found look(Subject subject) {
        Instant border = border(subject);
        return border == null ? new Found(0, 0, null) : of(subject).look(border);
    }

    /** How long things of this subject are kept; null for ever. */
    @Nullable
    Period kept(Subject subject) {
        return subject.kept(keep);
    }

    /** All announcements that a page shows: the newest first, without those that will be withdrawn. */
    List<Notice> notices() {
        return notices.newest().stream()
                .filter(notice -> !notice.isPending() || kept(notice.subject()) != null)
                .toList();
    }

    private OldThings of(Subject subject) {
        OldThings old = things.get(subject);
        if (old == null) {
            throw new IllegalStateException("Nothing says what is old of " + subject);
        }
        return old;
    }

    private void tell(Subject subject, String what) {
        log.info("Retention of {}: {}", subject.label(), what);
        audit.enterOfService(Act.RETENTION, "sales-etl.keep." + subject.label(), what);
    }

    private LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, clock.getZone());
    }
}
