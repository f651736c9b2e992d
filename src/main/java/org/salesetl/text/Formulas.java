package org.salesetl.text;

import java.util.function.UnaryOperator;

/**
 * Cells that a spreadsheet would run as a formula. They leave with an apostrophe in front, which spreadsheets take for "this
 * is text", and lose it again when a file of rejects comes back.
 *
 * <p>A spreadsheet whose country separates cells by semicolons takes {@code a;=1+1} for two cells, whatever quotes are around it:
 * each piece between semicolons, tabs and line ends is treated like a cell of its own.
 */
public final class Formulas {

    /** Those of East Asian keyboards, which are twice as wide, count like the others. */
    private static final String STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private static final String SEPARATORS = ";\t\n\r";
    private static final String DIGITS = "0123456789.,";

    private Formulas() {}

    /**
     * The cell without white space around it, and with an apostrophe in front of what a spreadsheet might run. Negative
     * numbers are numbers.
     */
    public static String disarm(String asItCame) {
        String cell = Text.strip(asItCame);
        return mightRun(cell) && !isNumber(cell) ? eachPiece(cell, Formulas::disarmPiece) : cell;
    }

    /** The cell as it was before {@link #disarm}. */
    public static String rearm(String cell) {
        return cell.indexOf('\'') < 0 ? cell : eachPiece(cell, Formulas::rearmPiece);
    }

    /** Nearly no cell has any of the characters. */
    private static boolean mightRun(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (STARTS.indexOf(cell.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String eachPiece(String cell, UnaryOperator<String> change) {
        StringBuilder changed = new StringBuilder(cell.length() + 1);
        int start = 0;
        for (int i = 0; i <= cell.length(); i++) {
            if (i == cell.length() || SEPARATORS.indexOf(cell.charAt(i)) >= 0) {
                String piece = cell.substring(start, i);
                String bare = Text.strip(piece);
                // what is blank around it stays
                int at = piece.indexOf(bare);
                changed.append(piece, 0, at)
                        .append(change.apply(bare))
                        .append(piece, at + bare.length(), piece.length())
                        .append(cell, i, Math.min(i + 1, cell.length()));
                start = i + 1;
            }
        }
        return changed.toString();
    }

    private static String disarmPiece(String piece) {
        int apostrophes = apostrophes(piece);
        boolean runs = apostrophes < piece.length() && STARTS.indexOf(piece.charAt(apostrophes)) >= 0;
        return runs ? "'" + piece : piece;
    }

    private static String rearmPiece(String piece) {
        int apostrophes = apostrophes(piece);
        boolean disarmed =
                apostrophes > 0 && apostrophes < piece.length() && STARTS.indexOf(piece.charAt(apostrophes)) >= 0;
        return disarmed ? piece.substring(1) : piece;
    }

    private static int apostrophes(String piece) {
        int apostrophes = 0;
        while (apostrophes < piece.length() && piece.charAt(apostrophes) == '\'') {
            apostrophes++;
        }
        return apostrophes;
    }

    /** A sign and digits with marks. */
    private static boolean isNumber(String cell) {
        if (cell.length() < 2 || "+-".indexOf(cell.charAt(0)) < 0) {
            return false;
        }
        for (int i = 1; i < cell.length(); i++) {
            if (DIGITS.indexOf(cell.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
