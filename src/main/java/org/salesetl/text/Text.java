package org.salesetl.text;

/** Blank and invisible characters in cells. */
public final class Text {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Text() {}

    /** The text without leading and trailing white space, no-break spaces and byte-order marks. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return start == 0 && end == text.length() ? text : text.substring(start, end);
    }

    /** Whether the text holds nothing but white space, no-break spaces and byte-order marks. */
    public static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Java also counts other control characters as white space, but in a sheet they are junk: people must see them. */
    private static boolean isBlank(char c) {
        if (c > ' ' && c < '\u0085') {
            return false;
        }
        return c == ' '
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c == BYTE_ORDER_MARK
                || (c >= '\u00A0' && Character.isSpaceChar(c));
    }

    /** Whether the text holds a control character such as NUL. Tabs and line ends are allowed inside a cell. */
    public static boolean hasControlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || (c >= '\u007F' && c <= '\u009F')) && c != '\t' && c != '\n' && c != '\r') {
                return true;
            }
        }
        return false;
    }

    /**
     * The text with control characters made visible, for example the U+001F between the parts of a made-up sale_id. Tabs and line
     * ends stay.
     */
    public static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
                shown.append((char) ('\u2400' + c));
            } else if (c == '\u007F') {
                shown.append('\u2421');
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }
}
