package org.salesetl.layout;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.salesetl.text.Text;

/** A cell that tells how dates or numbers are written. */
record Sighting(int line, String cell) {

    /** The cell in these bytes. */
    static Sighting of(int line, byte[] bytes, int from, int to) {
        return new Sighting(line, Text.strip(new String(bytes, from, to - from, StandardCharsets.UTF_8)));
    }

    static Sighting first(@Nullable Sighting earlier, Sighting now) {
        return earlier == null ? now : earlier;
    }

    /** The cell as what raises a question. */
    Question.Evidence evidence(String column) {
        return new Question.Evidence(line, Text.visible(column), Text.visible(cell));
    }

    @Override
    public String toString() {
        return "line " + line + " has " + Text.visible(cell);
    }
}
