package org.salesetl.row;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as the text that {@code LOAD DATA} reads with its default options: a tab between values, a line feed after a row,
 * and a backslash before tabs, line feeds and backslashes in a value.
 */
public final class DelimitedText implements RowWriter {

    private final StringBuilder text = new StringBuilder();
    private boolean inRow;

    @Override
    public RowWriter text(@Nullable String value) {
        startValue();
        if (value == null) {
            text.append("\\N");
            return this;
        }
        int from = text.length();
        text.append(value);
        for (int i = 0; i < value.length(); i++) {
            if (isSpecial(value.charAt(i))) {
                text.setLength(from + i);
                appendEscaped(value, i);
                return this;
            }
        }
        return this;
    }

    @Override
    public RowWriter number(long value) {
        startValue();
        text.append(value);
        return this;
    }

    @Override
    public RowWriter decimal(@Nullable BigDecimal value) {
        return text(value == null ? null : value.toPlainString());
    }

    @Override
    public void end() {
        text.append('\n');
        inRow = false;
    }

    /** How many characters the rows have so far. */
    public int length() {
        return text.length();
    }

    /** Takes the rows so far, in UTF-8; the text is empty after that. */
    public byte[] take() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return bytes;
    }

    private void startValue() {
        if (inRow) {
            text.append('\t');
        }
        inRow = true;
    }

    private void appendEscaped(String value, int from) {
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0) {
                text.append("\\0");
            } else if (isSpecial(c)) {
                text.append('\\').append(c);
            } else {
                text.append(c);
            }
        }
    }

    private static boolean isSpecial(char c) {
        return c == '\\' || c == '\t' || c == '\n' || c == 0;
    }
}
