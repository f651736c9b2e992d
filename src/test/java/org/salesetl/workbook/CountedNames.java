package org.salesetl.workbook;

import java.util.function.UnaryOperator;
import org.salesetl.text.RefusedFileException;

/** Names the files of sheets as a run does, and allows as many. */
final class CountedNames implements UnaryOperator<String> {

    static final int MOST = 1_000;

    private int count;

    @Override
    public String apply(String sheet) {
        if (++count > MOST) {
            throw new RefusedFileException("too many sheets");
        }
        return count + "." + sheet.replaceAll("\\W", "_") + ".csv";
    }
}
