package org.salesetl.text;

import java.util.function.UnaryOperator;

/**
 * Cells that a spreadsheet would run as a formula. On export they get an apostrophe in front, which tells spreadsheets that the
 * cell is text. They lose it again when a file of rejects comes back.
 *
 * <p>Where the country's list separator is a semicolon, a spreadsheet reads {@code a;=1+1} as two cells, whatever quotes are
 * around it. So each piece between semicolons, tabs and line ends is treated like a cell of its own.
 */
public final class Formulas {

    /** With the wide forms of the same characters, which East Asian keyboards type. */
    private static final String STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private static final String SEPARATORS = ";\t\n\r";
    private static final String DIGITS = "0123456789.,";

    private Formulas() {}

    /**
     * The cell without white space around it, and with an apostrophe in front of each piece that a spreadsheet might run. Numbers
     * with a sign stay as they are.
     */
    public static String disarm(String asItCame) {
        String cell = Text.strip(asItCame);
        return mightRun(cell) && !isNumber(cell) ? eachPiece(cell, Formulas::disarmPiece) : cell;
    }

    /** Removes the apostrophes that {@link #disarm} has added. */
    public static String rearm(String cell) {
        return cell.indexOf('\'') < 0 ? cell : eachPiece(cell, Formulas::rearmPiece);
    }

    /** A quick test: hardly any cell has one of these characters. */
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
                // blanks around the piece stay
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

    /** Whether the cell is a sign and then digits, points and commas. */
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
