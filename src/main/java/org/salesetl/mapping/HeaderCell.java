package org.salesetl.mapping;

import java.util.Locale;
import java.util.regex.Pattern;
import org.salesetl.notation.Accents;
import org.salesetl.text.Text;

/** Compares the cells of headers. */
public final class HeaderCell {

    private static final Pattern NO_DIFFERENCE = Pattern.compile("[\\s_.\\-\\u00A0]");

    private HeaderCell() {}

    /** The name without what makes no difference in a header: case, accents, blanks and the characters {@code _ - .} */
    public static String normalised(String name) {
        return Accents.removedFrom(
                NO_DIFFERENCE.matcher(Text.strip(name).toLowerCase(Locale.ROOT)).replaceAll(""));
    }
}
