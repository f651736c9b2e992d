package org.salesetl.web;

import org.jspecify.annotations.Nullable;

/**
 * A number as a tile shows it, whose width does not grow with the number.
 *
 * @param text the number, from a million on as in {@code 2.30 M}
 * @param whole the number in full; null if the text is in full
 */
public record TileNumber(String text, @Nullable String whole) {

    private static final int NARROW = 9;
    private static final int MEDIUM = 12;

    /** No number. */
    static final TileNumber NONE = new TileNumber("", null);

    /** A number that is written in two ways. */
    public static TileNumber of(String brief, String whole) {
        return new TileNumber(brief, brief.equals(whole) ? null : whole);
    }

    /** How much room the text needs, for the style sheet: {@code narrow}, {@code medium} or {@code wide}. */
    public String width() {
        return text.length() <= NARROW ? "narrow" : text.length() <= MEDIUM ? "medium" : "wide";
    }
}
