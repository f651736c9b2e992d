package org.salesetl.notation;

/** Digits and marks of other scripts: {@code ٢٠٢٥} in Arabic, {@code １２，５００} in Japanese of full width. */
final class Digits {

    private static final char LAST_ASCII = '\u007F';
    private static final char ARABIC_DECIMAL = '\u066B';
    private static final char ARABIC_GROUP = '\u066C';
    private static final char FIRST_OF_FULL_WIDTH = '\uFF01';
    private static final char LAST_OF_FULL_WIDTH = '\uFF5E';
    private static final int TO_ASCII = '\uFF01' - '!';

    private Digits() {}

    /**
     * The same text with the digits and marks of ASCII; the text itself if it has no others.
     *
     * @param decimal what stands for the mark before the decimals
     */
    static String ascii(String text, char decimal) {
        if (text.chars().allMatch(c -> c <= LAST_ASCII)) {
            return text;
        }
        StringBuilder ascii = new StringBuilder(text.length());
        text.chars().forEach(c -> ascii.append(ascii((char) c, decimal)));
        return ascii.compareTo(new StringBuilder(text)) == 0 ? text : ascii.toString();
    }

    private static char ascii(char c, char decimal) {
        if (c > LAST_ASCII && Character.isDigit(c)) {
            return (char) ('0' + Character.digit(c, 10));
        }
        if (c >= FIRST_OF_FULL_WIDTH && c <= LAST_OF_FULL_WIDTH) {
            return (char) (c - TO_ASCII);
        }
        return switch (c) {
            case ARABIC_DECIMAL -> decimal;
            case ARABIC_GROUP -> '\'';
            default -> c;
        };
    }
}
