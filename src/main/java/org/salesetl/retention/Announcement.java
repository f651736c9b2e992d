package org.salesetl.retention;

import java.time.LocalDate;

/**
 * What a page that is about something else says of an announcement.
 *
 * @param words how many things of which kind, in the language of the pages
 * @param on the day on which they are deleted
 */
public record Announcement(String words, LocalDate on) {}
