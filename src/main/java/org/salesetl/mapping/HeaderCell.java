package org.salesetl.mapping;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.salesetl.text.Text;

/** Compares the cells of headers. */
public final class HeaderCell {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern NO_DIFFERENCE = Pattern.compile("[\\s_.\\-\\u00A0]");

    private HeaderCell() {}

    /** The name without what makes no difference in a header: case, accents, blanks and the characters {@code _ - .} */
    public static String normalised(String name) {
        String plain =
                NO_DIFFERENCE.matcher(Text.strip(name).toLowerCase(Locale.ROOT)).replaceAll("");
        return ACCENTS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    }
}
