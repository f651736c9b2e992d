package org.salesetl.intake;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would run as a formula. They leave with an apostrophe in front, which spreadsheets take for "this
 * is text", and lose it again when a file of rejects comes back.
 */
public final class Formulas {

    private static final String STARTS = "=+-@";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[\\d.,]+");

    private Formulas() {}

    /**
     * The cell without white space around it, and with an apostrophe in front where a spreadsheet might run it. Negative
     * numbers are numbers.
     */
    public static String disarm(String asItCame) {
        String cell = Text.strip(asItCame);
        boolean runs = !cell.isEmpty()
                && (STARTS.indexOf(cell.charAt(0)) >= 0 || isDisarmed(cell))
                && !NUMBER.matcher(cell).matches();
        return runs ? "'" + cell : cell;
    }

    /** The cell as it was before {@link #disarm}. */
    static String rearm(String cell) {
        return isDisarmed(cell) ? cell.substring(1) : cell;
    }

    private static boolean isDisarmed(String cell) {
        int apostrophes = 0;
        while (apostrophes < cell.length() && cell.charAt(apostrophes) == '\'') {
            apostrophes++;
        }
        return apostrophes > 0 && apostrophes < cell.length() && STARTS.indexOf(cell.charAt(apostrophes)) >= 0;
    }
}
