package org.salesetl.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/**
 * Makes texts that charts can draw from names in files, which may contain any characters.
 *
 * <p>Text is cut between code points, so a character is never cut in two.
 */
final class Labels {

    private static final String ELLIPSIS = "…";

    /** The largest number of accents on a letter. More accents, which no language needs, would cover the neighbouring rows. */
    private static final int MARKS_ON_ONE_LETTER = 3;

    /** Measures texts independently of the scale of the picture, so that a chart has the same layout at every scale. */
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private Labels() {}

    /** The text in one line, without control characters, direction overrides and too many accents; {@code (blank)} if nothing is left. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            int type = Character.getType(codePoint);
            boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
            marks = mark ? marks + 1 : 0;
            if (marks > MARKS_ON_ONE_LETTER || isDirectionOverride(codePoint)) {
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

    /** The text if it fits into the width; otherwise as much of its beginning as fits, with an ellipsis. */
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

    /**
     * The text in at most this many lines, broken between words, with a line feed after each line but the last one. What has no room is cut off
     * with an ellipsis.
     */
    static String wrap(String text, Font font, double width, int lines) {
        int space = lines == 1 || width(text, font) <= width ? -1 : lastSpaceWithin(text, font, width);
        return space < 0
                ? fit(text, font, width)
                : text.substring(0, space) + "\n" + wrap(text.substring(space + 1), font, width, lines - 1);
    }

    /** The last space before which the text fits into the width; -1 if there is none. */
    private static int lastSpaceWithin(String text, Font font, double width) {
        int last = -1;
        int next = text.indexOf(' ');
        while (next >= 0 && width(text.substring(0, next), font) <= width) {
            last = next;
            next = text.indexOf(' ', next + 1);
        }
        return last;
    }

    /** The text if it fits into the width; otherwise an ellipsis and as much of its end as fits. Ids often differ only at the end. */
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

    /** The text if it has at most this many code points; otherwise its beginning and an ellipsis. */
    static String shorten(String text, int codePoints) {
        return text.codePointCount(0, text.length()) <= codePoints ? text : beginning(text, codePoints - 1) + ELLIPSIS;
    }

    /** The first letters of a word, for example of a weekday. */
    static String firstLetters(String word, int letters) {
        return word.substring(0, word.offsetByCodePoints(0, Math.min(letters, word.codePointCount(0, word.length()))));
    }

    /** The beginning of a text, without an accent or a joiner at the end, which would join the ellipsis. */
    private static String beginning(String text, int codePoints) {
        int end = text.offsetByCodePoints(0, codePoints);
        int next = end < text.length() ? text.codePointAt(end) : 'x';
        while (end > 0 && (joinsPrevious(next) || Character.isWhitespace(text.codePointBefore(end)))) {
            next = text.codePointBefore(end);
            end -= Character.charCount(next);
        }
        while (end > 0 && isInvisible(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(0, end);
    }

    /** Whether the character is drawn as a part of the character before it. */
    static boolean joinsPrevious(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT
                || (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF);
    }

    /** Whether no font draws anything for the character. */
    static boolean isInvisible(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || Character.isWhitespace(codePoint);
    }

    private static boolean isDirectionOverride(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x206F)
                || codePoint == 0x200E
                || codePoint == 0x200F
                || codePoint == 0x061C
                || codePoint == 0xFEFF;
    }
}
