package org.salesetl.retention;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.web.Page;
import org.salesetl.web.Words;
import org.springframework.stereotype.Component;

/** Makes the page about retention. */
@Component
class RetentionPage {

    private static final int BYTES_PER_MEGABYTE = 1_000_000;

    private final Words words;

    RetentionPage(Words words) {
        this.words = words;
    }

    Page page(RetentionReport report) {
        return new Page(
                "retention",
                Map.of(
                        "subjects",
                        report.subjects().stream().map(this::shown).toList(),
                        "done",
                        report.done().stream().map(this::shown).toList(),
                        "json",
                        "/api/retention"));
    }

    List<Announcement> announcements(List<Notice> notices) {
        return notices.stream()
                .map(notice -> new Announcement(items(notice), notice.dueOn()))
                .toList();
    }

    private ShownSubject shown(RetentionReport.Entry entry) {
        Notice notice = entry.notice();
        return new ShownSubject(entry, period(entry.keep()), notice == null ? null : shown(notice));
    }

    private ShownNotice shown(Notice notice) {
        return new ShownNotice(notice, items(notice), room(notice.bytes()));
    }

    private String items(Notice notice) {
        return words.say("retention." + notice.subject().label() + ".items", notice.items());
    }

    private String room(long bytes) {
        return bytes < BYTES_PER_MEGABYTE
                ? words.say("retention.little-room")
                : words.say("retention.room", bytes / BYTES_PER_MEGABYTE);
    }

    private String period(@Nullable Period kept) {
        if (kept == null) {
            return words.say("retention.for-ever");
        }
        long months = kept.toTotalMonths();
        return months > 0
                        && kept.normalized()
                                .equals(Period.ofMonths((int) months).normalized())
                ? words.say("retention.months", months)
                : words.say("retention.days", ChronoUnit.DAYS.between(LocalDate.EPOCH, LocalDate.EPOCH.plus(kept)));
    }

    /**
     * A subject as the page shows it.
     *
     * @param kept how long it is kept, in words
     * @param notice what is announced; null if nothing is
     */
    record ShownSubject(
            RetentionReport.Entry entry,
            String kept,
            @Nullable ShownNotice notice) {}

    /**
     * An announcement as the page shows it.
     *
     * @param items how many things of which kind, in words
     * @param room how much room they take, in words
     */
    record ShownNotice(Notice notice, String items, String room) {}
}
