package org.salesetl.web;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a longer list a page shows, and the way to its neighbours.
 *
 * @param first the number of the first row shown, from 1; 0 if there is none
 * @param last the number of the last row shown
 * @param total how many rows there are in all
 * @param firstUrl the beginning of the list
 * @param previousUrl the part before; null if this is the first
 * @param nextUrl the part after; null if this is the last
 */
public record Paging(
        long first,
        long last,
        long total,
        String firstUrl,
        @Nullable String previousUrl,
        @Nullable String nextUrl) {

    private static final String OFFSET = "offset";

    /** The part that a request asked for with {@code offset}, when each part has {@code limit} rows. */
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

    /** Whether the list goes on before or after what is shown. */
    public boolean hasMore() {
        return previousUrl != null || nextUrl != null;
    }
}
