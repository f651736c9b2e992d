package org.salesetl.validation;

import java.util.regex.Pattern;

/**
 * Cells of a spreadsheet whose formula has no result: {@code #REF!} and the like in any language, {@code Err:508}, or the formula
 * itself, which stands for a result that nobody has stored.
 */
final class FormulaError {

    private static final Pattern ERROR = Pattern.compile("#[¡¿]?\\p{Lu}[\\p{Lu}\\d/_]*[!?]|Err:\\d{3}");

    private FormulaError() {}

    /** Whether this id is such an error. An id may well begin with an equals sign. */
    static boolean isId(String cell) {
        return cell.charAt(0) != '=' && is(cell);
    }

    /** Whether this number or date is such an error. */
    static boolean is(String cell) {
        return switch (cell.charAt(0)) {
            // ="00042" is how some programs write a text that a spreadsheet should leave alone
            case '=' -> cell.length() > 1 && cell.charAt(1) != '"';
            case '#', 'E' -> ERROR.matcher(cell).matches();
            default -> false;
        };
    }
}
