package org.salesetl.notation;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Removes accents, so that words can be compared without them. */
public final class Accents {

    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    private Accents() {}

    /** The text without accents: {@code marco} for {@code março}. */
    public static String removedFrom(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }
}
