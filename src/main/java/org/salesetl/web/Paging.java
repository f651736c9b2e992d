package org.salesetl.web;

import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a page shows, with links to the other parts.
 *
 * @param first the number of the first row on the page; the first row of the list is 1; 0 if the page has no row
 * @param last the number of the last row on the page
 * @param total the number of all rows, or of the rows that were counted
 * @param more whether there are more rows than were counted
 * @param firstUrl the first part of the list
 * @param previousUrl the part before this part; null if this is the first part
 * @param nextUrl the part after this part; null if this is the last part
 */
public record Paging(
        long first,
        long last,
        long total,
        boolean more,
        String firstUrl,
        @Nullable String previousUrl,
        @Nullable String nextUrl) {

    /** How many rows of a long list are counted: to count all of them would take longer, the longer the list is. */
    public static final int MOST_COUNTED = 10_000;

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
        return of(request, limit, offset, shown, total, false);
    }

    /**
     * The part of a long list that a request asks for.
     *
     * @param counted the number of rows, up to one more than {@link #MOST_COUNTED}
     */
    public static Paging ofLong(WebRequest request, int limit, int offset, int shown, long counted) {
        return of(request, limit, offset, shown, Math.min(counted, MOST_COUNTED), counted > MOST_COUNTED);
    }

    private static Paging of(WebRequest request, int limit, int offset, int shown, long total, boolean more) {
        int before = Math.max(0, offset - limit);
        long last = offset + (long) shown;
        String start = request.with(OFFSET, null).url();
        boolean isLast = more ? shown < limit : last >= total || shown == 0;
        return new Paging(
                shown == 0 ? 0 : offset + 1L,
                shown == 0 ? 0 : last,
                total,
                more,
                start,
                offset == 0
                        ? null
                        : before == 0 ? start : request.with(OFFSET, before).url(),
                isLast ? null : request.with(OFFSET, offset + limit).url());
    }

    /** Whether the list has other parts. */
    public boolean hasMore() {
        return previousUrl != null || nextUrl != null;
    }
}
