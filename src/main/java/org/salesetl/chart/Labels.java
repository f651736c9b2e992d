package org.salesetl.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/**
 * Names from files, made fit to be drawn: anything may stand in them.
 *
 * <p>Text is cut between code points, so no character is ever halved.
 */
final class Labels {

    private static final String ELLIPSIS = "…";

    /** More accents on one letter than any language needs would paint over the neighbouring rows. */
    private static final int MARKS_ON_ONE_LETTER = 3;

    /** Independent of the picture's scale, so that a chart has the same layout at each. */
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private Labels() {}

    /** One line of visible text: no control characters, no direction overrides, no towers of accents; never blank. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            int type = Character.getType(codePoint);
            boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
            marks = mark ? marks + 1 : 0;
            if (marks > MARKS_ON_ONE_LETTER || steersDirection(codePoint)) {
                continue;
            }
            if (type == Character.CONTROL || Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
                if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
                    clean.append(' ');
                }
            } else {
                clean.appendCodePoint(type == Character.SURROGATE ? 0xFFFD : codePoint);
            }
        }
        String stripped = clean.toString().strip();
        return stripped.codePoints().allMatch(Labels::isInvisible) ? "(blank)" : stripped;
    }

    /** The width of a text in CSS pixels. */
    static double width(String text, Font font) {
        return font.getStringBounds(text, MEASURE).getWidth();
    }

    /** The text, or as much of its beginning as fits into the width, with an ellipsis. */
    static String fit(String text, Font font, double width) {
        if (width(text, font) <= width) {
            return text;
        }
        int fits = 0;
        int fitsNot = text.codePointCount(0, text.length());
        while (fitsNot - fits > 1) {
            int middle = (fits + fitsNot) / 2;
            if (width(beginning(text, middle) + ELLIPSIS, font) <= width) {
                fits = middle;
            } else {
                fitsNot = middle;
            }
        }
        return beginning(text, fits) + ELLIPSIS;
    }

    /** The text, or as much of its end as fits into the width: ids differ at the end. */
    static String fitEnd(String text, Font font, double width) {
        if (width(text, font) <= width) {
            return text;
        }
        int length = text.codePointCount(0, text.length());
        for (int kept = length - 1; kept > 0; kept--) {
            String end = ELLIPSIS + text.substring(text.offsetByCodePoints(0, length - kept));
            if (width(end, font) <= width) {
                return end;
            }
        }
        return ELLIPSIS;
    }

    /** The text, or its beginning and an ellipsis, in at most this many code points. */
    static String shorten(String text, int codePoints) {
        return text.codePointCount(0, text.length()) <= codePoints ? text : beginning(text, codePoints - 1) + ELLIPSIS;
    }

    /** A word without its end, as weekdays are shortened. */
    static String firstLetters(String word, int letters) {
        return word.substring(0, word.offsetByCodePoints(0, Math.min(letters, word.codePointCount(0, word.length()))));
    }

    /** An accent or a joiner left at the end would cling to the ellipsis. */
    private static String beginning(String text, int codePoints) {
        int end = text.offsetByCodePoints(0, codePoints);
        int next = end < text.length() ? text.codePointAt(end) : 'x';
        while (end > 0 && (clings(next) || Character.isWhitespace(text.codePointBefore(end)))) {
            next = text.codePointBefore(end);
            end -= Character.charCount(next);
        }
        while (end > 0 && isInvisible(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(0, end);
    }

    /** Whether the character belongs to the one before it. */
    static boolean clings(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT
                || (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF);
    }

    /** Whether nothing is drawn for the character, in whatever font. */
    static boolean isInvisible(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || Character.isWhitespace(codePoint);
    }

    private static boolean steersDirection(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x206F)
                || codePoint == 0x200E
                || codePoint == 0x200F
                || codePoint == 0x061C
                || codePoint == 0xFEFF;
    }
}
