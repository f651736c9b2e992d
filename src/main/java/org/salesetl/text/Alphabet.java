package org.salesetl.text;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The letters that the words of some languages have beyond those of ASCII, and the encoding in which old programs write them. A byte
 * stands for another letter in each encoding: {@code B3} is {@code ³} in Western Europe, {@code ł} in Poland and half a character in
 * Japan. So the letters tell the encoding: those of a text nearly all belong to one language.
 *
 * @param encoding the encoding
 * @param letters the letters of languages in the Latin script, in lower case, and signs that stand beside letters
 * @param scripts the scripts of other languages; empty for the Latin one
 */
record Alphabet(Encoding encoding, String letters, Set<UnicodeScript> scripts) {

    /** The languages of Western Europe, which count unless another language fits much better. */
    private static final List<Alphabet> WESTERN = Stream.of(
                    "äöüßé²³",
                    "àâçéèêëîïôœùûüÿº²³",
                    "áéíóúüñºª²³",
                    "áâãàçéêíóôõúüºª²³",
                    "àèéìíîòóùúºª²³",
                    "àçèéíïòóúü·ºª²³",
                    "åäöæøéüšž²³",
                    "áðéíóúýþæö²³",
                    "áàéèëêïíóöôúü²³")
            .map(letters -> new Alphabet(Encoding.WINDOWS_1252, letters, Set.of()))
            .toList();

    /** The other languages; of two that fit equally well, the first counts. */
    private static final List<Alphabet> OTHERS = List.of(
            new Alphabet(Encoding.WINDOWS_1250, "ąćęłńóśźż", Set.of()),
            new Alphabet(Encoding.WINDOWS_1250, "áčďéěíňóřšťúůýž", Set.of()),
            new Alphabet(Encoding.WINDOWS_1250, "áäčďéíľňóôšťúýž", Set.of()),
            new Alphabet(Encoding.WINDOWS_1250, "áéíóöőúüű", Set.of()),
            new Alphabet(Encoding.WINDOWS_1250, "čćđšž", Set.of()),
            new Alphabet(Encoding.WINDOWS_1250, "ăâîşţ", Set.of()),
            new Alphabet(Encoding.WINDOWS_1254, "çğıiöşüâîû", Set.of()),
            new Alphabet(Encoding.WINDOWS_1257, "ąčęėįšųūž", Set.of()),
            new Alphabet(Encoding.WINDOWS_1257, "āčēģīķļņšūž", Set.of()),
            new Alphabet(Encoding.WINDOWS_1251, "", Set.of(UnicodeScript.CYRILLIC)),
            new Alphabet(Encoding.WINDOWS_1253, "", Set.of(UnicodeScript.GREEK)),
            new Alphabet(
                    Encoding.WINDOWS_31J,
                    "",
                    Set.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HAN)),
            new Alphabet(Encoding.WINDOWS_949, "", Set.of(UnicodeScript.HANGUL)),
            new Alphabet(Encoding.GB18030, "", Set.of(UnicodeScript.HAN)));

    private static final double NEARLY_ALL = 0.97;

    /** Fewer letters may be there by chance. */
    private static final int LEAST_LETTERS = 3;

    /** Names of customers come from everywhere, so a text of Western Europe may have letters of several languages. */
    private static final double MUCH_LESS = 0.9;

    /** What stands for bytes that are no text in the encoding. */
    private static final char NO_TEXT = '\uFFFD';

    private static final char LAST_ASCII = '\u007F';

    /** Blanks, quotes, dashes and other signs that no language has alone, and that nearly all single-byte encodings write alike. */
    private static final String SIGNS = "\u00A0‘’‚“”„‹›«»–—…•·´¨¸™©®°§¶†‡‰±€";

    /** The letters and punctuation of East Asia begin here, and their narrow forms, which are rare, there. */
    private static final char FIRST_EAST_ASIAN = '\u3000';

    private static final char FIRST_NARROW = '\uFF66';

    /**
     * The encoding other than those of Western Europe in which nearly all letters of a text belong to one language.
     *
     * @param lines whole lines of the text, in which not all bytes are ASCII
     */
    static Optional<Encoding> likeliest(byte[] lines) {
        // a few letters are enough: in an encoding of East Asia, a sign and the letter behind it would be one character
        boolean isWestern = WESTERN.stream().anyMatch(alphabet -> alphabet.share(lines, 0) >= MUCH_LESS);
        if (isWestern) {
            return Optional.empty();
        }
        Alphabet best = OTHERS.get(0);
        double most = 0;
        boolean pairs = areMostlyPairs(lines);
        for (Alphabet alphabet : OTHERS) {
            double share = pairs || alphabet.hasOneByteEach() ? alphabet.share(lines, LEAST_LETTERS) : 0;
            if (share > most) {
                best = alphabet;
                most = share;
            }
        }
        return most >= NEARLY_ALL ? Optional.of(best.encoding) : Optional.empty();
    }

    /**
     * Whether most bytes beyond ASCII stand beside another one, as those of East Asia do. The letters of other languages stand among those
     * of ASCII, and an encoding of two bytes would make one character of each and the letter behind it.
     */
    private static boolean areMostlyPairs(byte[] lines) {
        int beyond = 0;
        int paired = 0;
        for (int at = 0; at < lines.length; at++) {
            if (lines[at] < 0) {
                beyond++;
                paired += (at > 0 && lines[at - 1] < 0) || (at + 1 < lines.length && lines[at + 1] < 0) ? 1 : 0;
            }
        }
        return paired * 2 > beyond;
    }

    private boolean hasOneByteEach() {
        return encoding.charset().newEncoder().maxBytesPerChar() <= 1;
    }

    /**
     * Which share of the characters beyond ASCII within words belongs to the alphabet when the lines are read in its encoding.
     *
     * @param least how many have to; if fewer do, the share is 0
     */
    private double share(byte[] lines, int least) {
        String text = new String(lines, encoding.charset());
        int beyond = 0;
        int explained = 0;
        for (int at = 0; at < text.length(); at++) {
            // a sign before a number, such as that of a currency, is no letter in one encoding and one in another
            boolean counts = text.charAt(at) > LAST_ASCII
                    && SIGNS.indexOf(text.charAt(at)) < 0
                    && (text.charAt(at) == NO_TEXT || isLetter(text, at - 1) || isLetter(text, at + 1));
            beyond += counts ? 1 : 0;
            explained += counts && isOne(text, at) ? 1 : 0;
        }
        if (explained < least) {
            return 0;
        }
        return beyond == 0 ? 1 : (double) explained / beyond;
    }

    /** Whether a character is one of the alphabet, where it stands. */
    private boolean isOne(String text, int at) {
        char c = text.charAt(at);
        boolean capitalWithinWord = Character.isUpperCase(c) && at > 0 && Character.isLowerCase(text.charAt(at - 1));
        if (capitalWithinWord) {
            return false;
        }
        if (scripts.isEmpty()) {
            return letters.indexOf(Character.toLowerCase(c)) >= 0;
        }
        boolean eastAsian = c >= FIRST_EAST_ASIAN && c < FIRST_NARROW;
        boolean withinLatinWord = isLatin(text, at - 1) || isLatin(text, at + 1);
        return scripts.contains(UnicodeScript.of(c))
                ? c < FIRST_NARROW && (eastAsian || !withinLatinWord)
                : eastAsian && UnicodeScript.of(c) == UnicodeScript.COMMON;
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
    }

    private static boolean isLatin(String text, int at) {
        return isLetter(text, at) && UnicodeScript.of(text.charAt(at)) == UnicodeScript.LATIN;
    }
}
