package org.salesetl.layout;

import java.util.List;
import org.salesetl.text.Text;

/** How much a record looks like a header. */
final class HeaderLikeness {

    private HeaderLikeness() {}

    /** How many different names these cells have: cells with a letter and without a digit. Data has numbers and repeats itself. */
    static long of(List<String> cells) {
        return cells.stream()
                .map(Text::strip)
                .filter(HeaderLikeness::isName)
                .distinct()
                .count();
    }

    /** Whether a cell may be the name of a column. */
    static boolean isName(String cell) {
        return cell.chars().anyMatch(Character::isLetter) && cell.chars().noneMatch(Character::isDigit);
    }
}
