package org.salesetl.layout;

import java.util.List;
import org.salesetl.text.Text;

/** A line that a list print draws with signs between its rows, such as {@code |-----|-----|} or {@code =====}. */
final class DrawnLine {

    private static final String SIGNS = "-=_+*~:|–—─━═";

    /** A sign or two may stand for nothing in a column of numbers. */
    private static final int LEAST_SIGNS = 3;

    private DrawnLine() {}

    /** Whether all cells of the record that are filled have only such signs. Nearly every record has another one in its first cell. */
    static boolean is(List<String> cells) {
        boolean drawn = false;
        for (String asItCame : cells) {
            String cell = Text.strip(asItCame);
            if (!cell.isEmpty() && (SIGNS.indexOf(cell.charAt(0)) < 0 || !hasOnlySigns(cell))) {
                return false;
            }
            drawn |= cell.length() >= LEAST_SIGNS;
        }
        return drawn;
    }

    private static boolean hasOnlySigns(String cell) {
        return cell.chars().allMatch(c -> SIGNS.indexOf(c) >= 0);
    }
}
