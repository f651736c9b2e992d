package org.salesetl.validation;

import java.io.Closeable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.work.WorkFolder;

/**
 * The ids that have come up in a file, in a few megabytes of heap, however many there are.
 *
 * <p>Most systems number their records: {@code S1}, {@code S2}, {@code S3}. A number is one bit on a page with its neighbours.
 * Such ids come one after the other, so the page is usually at hand. Ids without a number are remembered by their hash, and so
 * are ids whose numbers are scattered over more pages than this set keeps. Roaring bitmaps would need unlimited heap for
 * scattered numbers, and ids without a number would need the hash all the same.
 */
public final class IdSet implements Closeable {

    private static final int PAGE_BITS = 12;

    /** A page takes 512 bytes; so many pages have room for 67 million consecutive numbers. */
    private static final int MOST_PAGES = 1 << 14;

    /** With so many digits, every number fits into an int. */
    private static final int MOST_DIGITS = 9;

    private final Map<Place, long[]> pages = new HashMap<>();
    private final IdCounts others;
    private Place lastPlace = new Place("", -1);
    private long[] lastPage = new long[0];

    /**
     * @param folder where to keep the hashes of a large file until they are closed
     */
    public IdSet(WorkFolder folder) {
        this.others = new IdCounts(folder);
    }

    /** Whether the id has been added. */
    public boolean contains(String id) {
        int digits = startOfNumber(id);
        int number = number(id, digits);
        long[] page = page(id, digits, number);
        return page == null ? others.count(id) > 0 : (page[word(number)] & bit(number)) != 0;
    }

    /** Adds the id; false if it had been added before. */
    public boolean add(String id) {
        int digits = startOfNumber(id);
        int number = number(id, digits);
        long[] page = page(id, digits, number);
        if (page == null) {
            return others.add(id) == 1;
        }
        boolean isNew = (page[word(number)] & bit(number)) == 0;
        page[word(number)] |= bit(number);
        return isNew;
    }

    /** Forgets all ids. */
    @Override
    public void close() {
        pages.clear();
        others.close();
    }

    /**
     * The page of the id; null if it has no page: either the id has no number, or all pages are in use and none of them is for
     * this id.
     */
    private long @Nullable [] page(String id, int digits, int number) {
        if (digits == id.length()) {
            return null;
        }
        if (number >>> PAGE_BITS == lastPlace.page
                && digits == lastPlace.text.length()
                && id.startsWith(lastPlace.text)) {
            return lastPage;
        }
        Place place = new Place(id.substring(0, digits), number >>> PAGE_BITS);
        long[] page = pages.get(place);
        if (page == null && pages.size() < MOST_PAGES) {
            page = new long[1 << PAGE_BITS >>> 6];
            pages.put(place, page);
        }
        if (page != null) {
            lastPlace = place;
            lastPage = page;
        }
        return page;
    }

    /** Where the number at the end of the id starts; leading zeros belong to the text before it. */
    private static int startOfNumber(String id) {
        int start = id.length();
        int earliest = Math.max(0, id.length() - MOST_DIGITS);
        while (start > earliest && id.charAt(start - 1) >= '0' && id.charAt(start - 1) <= '9') {
            start--;
        }
        while (start < id.length() && id.charAt(start) == '0') {
            start++;
        }
        return start;
    }

    private static int number(String id, int start) {
        int number = 0;
        for (int i = start; i < id.length(); i++) {
            number = number * 10 + (id.charAt(i) - '0');
        }
        return number;
    }

    private static int word(int number) {
        return (number & ((1 << PAGE_BITS) - 1)) >>> 6;
    }

    private static long bit(int number) {
        return 1L << number;
    }

    /**
     * The common part of the ids on a page.
     *
     * @param text the text before the number
     * @param page the leading bits of the number
     */
    private record Place(String text, int page) {}
}
