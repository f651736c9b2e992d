package org.salesetl.web;

import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a page shows, with links to the other parts.
 *
 * @param first the number of the first row on the page; the first row of the list is 1; 0 if the page has no row
 * @param last the number of the last row on the page
 * @param total the number of all rows
 * @param firstUrl the first part of the list
 * @param previousUrl the part before this part; null if this is the first part
 * @param nextUrl the part after this part; null if this is the last part
 */
public record Paging(
        long first,
        long last,
        long total,
        String firstUrl,
        @Nullable String previousUrl,
        @Nullable String nextUrl) {

    private static final String OFFSET = "offset";

    /**
     * The part that a request asks for.
     *
     * @param limit the largest number of rows of a part
     * @param offset the number of rows before the part
     * @param shown the number of rows of the part
     * @param total the number of all rows
     */
    public static Paging of(WebRequest request, int limit, int offset, int shown, long total) {
        int before = Math.max(0, offset - limit);
        String start = request.with(OFFSET, null).url();
        return new Paging(
                shown == 0 ? 0 : offset + 1L,
                shown == 0 ? 0 : offset + (long) shown,
                total,
                start,
                offset == 0
                        ? null
                        : before == 0 ? start : request.with(OFFSET, before).url(),
                offset + (long) shown >= total || shown == 0
                        ? null
                        : request.with(OFFSET, offset + limit).url());
    }

    /** Whether the list has other parts. */
    public boolean hasMore() {
        return previousUrl != null || nextUrl != null;
    }
}
