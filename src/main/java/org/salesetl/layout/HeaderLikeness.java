package org.salesetl.layout;

import org.salesetl.text.Text;

/** How much a record looks like a header. */
final class HeaderLikeness {

    private HeaderLikeness() {}

    /** How many different names the record has: cells with a letter and without a digit. Data has numbers and repeats itself. */
    static long of(HeadRecord record) {
        return record.cells().stream()
                .map(Text::strip)
                .filter(HeaderLikeness::isName)
                .distinct()
                .count();
    }

    private static boolean isName(String cell) {
        return cell.chars().anyMatch(Character::isLetter) && cell.chars().noneMatch(Character::isDigit);
    }
}
