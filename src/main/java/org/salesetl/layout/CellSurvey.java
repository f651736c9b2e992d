package org.salesetl.layout;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.Column;
import org.salesetl.notation.DateOrder;
import org.salesetl.notation.Dates;
import org.salesetl.notation.DecimalMark;
import org.salesetl.notation.Numbers;
import org.salesetl.text.Chunk;
import org.salesetl.text.Encoding;
import org.salesetl.text.Text;

/**
 * Looks at every date and number of a file to find out how they are written. A cell that can be read in only one way decides for
 * the whole file: {@code 31/05/2024} says that the day comes first, {@code 12,50} says that a comma stands before decimals.
 *
 * <p>Works on the bytes of the records, since nearly all cells tell nothing and need not become text.
 */
final class CellSurvey {

    private static final int YEAR_DIGITS = 4;

    private final byte delimiter;

    /** What each cell of a record holds, by its place; the cells after the last date or number are left out. */
    private final Holds[] places;

    private @Nullable Sighting dayFirst;
    private @Nullable Sighting monthFirst;
    private @Nullable Sighting eitherFirst;
    private @Nullable Sighting sameBothWays;
    private @Nullable Sighting point;
    private @Nullable Sighting comma;

    private CellSurvey(Layout layout) {
        this.delimiter = (byte) layout.delimiter();
        Holds[] holds = new Holds[layout.header().size()];
        Arrays.fill(holds, Holds.TEXT);
        layout.columns()
                .forEach((column, cells) ->
                        cells.places().forEach(place -> holds[place] = Holds.of(column, holds[place])));
        int length = holds.length;
        while (length > 0 && holds[length - 1] == Holds.TEXT) {
            length--;
        }
        this.places = Arrays.copyOf(holds, length);
    }

    /**
     * Looks through all records.
     *
     * @param chunks the records below the header
     * @param layout which cell is which column
     */
    static Conventions of(ChunkReader chunks, Layout layout) {
        CellSurvey survey = new CellSurvey(layout);
        if (survey.places.length > 0) {
            chunks.forEachRemaining(survey::look);
        }
        return survey.conventions(layout.conventions().encoding());
    }

    private void look(Chunk chunk) {
        for (int record = 0; record < chunk.size(); record++) {
            if (!chunk.isMalformed(record)) {
                look(chunk.bytes(), chunk.start(record), chunk.start(record + 1), chunk.line(record));
            }
        }
    }

    private void look(byte[] bytes, int start, int end, int line) {
        int at = start;
        for (int place = 0; place < places.length && at < end; place++) {
            boolean quoted = bytes[at] == '"';
            int from = quoted ? at + 1 : at;
            at = from;
            while (at < end && bytes[at] != (quoted ? '"' : delimiter)) {
                at++;
            }
            look(places[place], bytes, from, at, line);
            while (at < end && bytes[at] != delimiter) {
                at++;
            }
            at++;
        }
    }

    private void look(Holds what, byte[] bytes, int from, int to, int line) {
        switch (what) {
            case DATE -> {
                // most dates begin with the year
                boolean yearFirst = to - from > YEAR_DIGITS
                        && (bytes[from + YEAR_DIGITS] == '-' || bytes[from + YEAR_DIGITS] == '/')
                        && bytes[from + 1] >= '0'
                        && bytes[from + 2] >= '0';
                if (!yearFirst && (dayFirst == null || monthFirst == null)) {
                    lookAtDate(new Sighting(line, text(bytes, from, to)));
                }
            }
            case NUMBER -> {
                boolean tells = (comma == null && contains(bytes, from, to, ','))
                        || (point == null && contains(bytes, from, to, '.'));
                if (tells) {
                    lookAtNumber(new Sighting(line, text(bytes, from, to)));
                }
            }
            case TEXT -> {
                // text tells nothing
            }
        }
    }

    private void lookAtDate(Sighting sighting) {
        LocalDate byDay = Dates.parse(sighting.cell, DateOrder.DAY_FIRST);
        LocalDate byMonth = Dates.parse(sighting.cell, DateOrder.MONTH_FIRST);
        if (byDay == null && byMonth == null) {
            return;
        }
        if (byMonth == null) {
            dayFirst = first(dayFirst, sighting);
        } else if (byDay == null) {
            monthFirst = first(monthFirst, sighting);
        } else if (byDay.equals(byMonth)) {
            // a date that names its month means the same, whatever comes first in the others
            if (Dates.parse(sighting.cell, DateOrder.YEAR_FIRST) == null) {
                sameBothWays = first(sameBothWays, sighting);
            }
        } else {
            eitherFirst = first(eitherFirst, sighting);
        }
    }

    private void lookAtNumber(Sighting sighting) {
        boolean byPoint = Numbers.parse(sighting.cell, DecimalMark.POINT) != null;
        boolean byComma = Numbers.parse(sighting.cell, DecimalMark.COMMA) != null;
        if (byPoint && !byComma) {
            point = first(point, sighting);
        } else if (byComma && !byPoint) {
            comma = first(comma, sighting);
        }
    }

    private Conventions conventions(Encoding encoding) {
        List<String> evidence = new ArrayList<>();
        DateOrder dates = DateOrder.YEAR_FIRST;
        String question = null;
        if (dayFirst != null && monthFirst != null) {
            dates = DateOrder.UNDECIDED;
            question = dayFirst + ", where the day comes first, but " + monthFirst + ", where the month does";
        } else if (dayFirst != null) {
            dates = DateOrder.DAY_FIRST;
            evidence.add("day first: " + dayFirst);
        } else if (monthFirst != null) {
            dates = DateOrder.MONTH_FIRST;
            evidence.add("month first: " + monthFirst);
        } else if (eitherFirst != null) {
            dates = DateOrder.UNDECIDED;
            question = eitherFirst + ", and no other date tells more";
        } else if (sameBothWays != null) {
            dates = DateOrder.DAY_FIRST;
            evidence.add("day and month are the same in every date: " + sameBothWays);
        }
        // if the file has both marks, the cells with a comma are the exceptions: each is rejected with its row, and
        // told what was expected
        DecimalMark decimals = DecimalMark.POINT;
        if (comma != null && point == null) {
            decimals = DecimalMark.COMMA;
            evidence.add("decimal comma: " + comma);
        }
        return new Conventions(encoding, dates, decimals, evidence, question);
    }

    private static Sighting first(@Nullable Sighting earlier, Sighting now) {
        return earlier == null ? now : earlier;
    }

    private static boolean contains(byte[] bytes, int from, int to, char c) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == c) {
                return true;
            }
        }
        return false;
    }

    private static String text(byte[] bytes, int from, int to) {
        return Text.strip(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    private enum Holds {
        TEXT,
        DATE,
        NUMBER;

        /** What a cell holds that has the value of a column, and of other columns too. */
        static Holds of(Column column, Holds others) {
            Holds holds = of(column);
            return holds == TEXT ? others : holds;
        }

        private static Holds of(Column column) {
            return switch (column) {
                case ORDER_DATE -> DATE;
                case PRICE, COST_PRICE, AMOUNT, DISCOUNT, QUANTITY -> NUMBER;
                case CUSTOMER_ID,
                        PRODUCT_ID,
                        ORDER_ID,
                        SALE_ID,
                        NAME,
                        CUSTOMER_NAME,
                        PRODUCT_NAME,
                        EMAIL,
                        CITY,
                        CATEGORY,
                        STATUS,
                        CURRENCY -> TEXT;
            };
        }
    }

    /** A cell that tells how dates or numbers are written. */
    private record Sighting(int line, String cell) {

        @Override
        public String toString() {
            return "line " + line + " has " + Text.visible(cell);
        }
    }
}
