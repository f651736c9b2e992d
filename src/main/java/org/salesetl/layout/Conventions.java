package org.salesetl.layout;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.Mapping;
import org.salesetl.notation.DateOrder;
import org.salesetl.notation.DecimalMark;
import org.salesetl.text.Encoding;

/**
 * How a file writes things that can be written in several ways. Decided once for each column from its content, never row by
 * row.
 *
 * @param encoding how its bytes stand for text
 * @param dates what comes first in a date that does not begin with the year
 * @param decimals what stands before decimals in each column
 * @param currencies the currencies of its amounts
 * @param evidence what decided this, for example {@code day first: line 812 has 31/05/2024}
 */
public record Conventions(
        Encoding encoding, DateOrder dates, DecimalMarks decimals, Currencies currencies, List<String> evidence)
        implements Serializable {

    /** The conventions that need no evidence: UTF-8, the year first, a decimal point. */
    public static final Conventions USUAL =
            new Conventions(Encoding.UTF_8, DateOrder.YEAR_FIRST, DecimalMarks.POINT, Currencies.NONE, List.of());

    public Conventions {
        evidence = List.copyOf(evidence);
    }

    /**
     * The same conventions with the order of dates that somebody has given.
     *
     * @param where where the answer was given, in words
     */
    public Conventions decided(DateOrder answer, String where) {
        List<String> told = new ArrayList<>(evidence);
        told.add(answer.words() + ": " + where);
        return new Conventions(encoding, answer, decimals, currencies, told);
    }

    /** The same conventions with the mark before decimals that somebody has given, in every column. */
    Conventions decided(DecimalMark answer, String where) {
        List<String> told = new ArrayList<>(evidence);
        told.add("decimal " + answer.label() + ": " + where);
        return new Conventions(encoding, dates, DecimalMarks.all(answer), currencies, told);
    }

    /** The same conventions, and something else that is known of how to read the file. */
    public Conventions knowing(String more) {
        return knowing(List.of(more));
    }

    Conventions knowing(List<String> more) {
        Set<String> told = new LinkedHashSet<>(evidence);
        told.addAll(more);
        return new Conventions(encoding, dates, decimals, currencies, List.copyOf(told));
    }

    /**
     * The same encoding, with the dates and numbers of the file that the rows come from.
     *
     * @param originalCurrencies the currencies that the other file names too; without them, the few rows that come back might seem
     *     to be in one currency
     */
    public Conventions as(DateOrder originalDates, DecimalMarks originalDecimals, List<String> originalCurrencies) {
        List<String> told = List.of("dates and numbers as in the file that the rows are from");
        return new Conventions(encoding, originalDates, originalDecimals, currencies.and(originalCurrencies), told);
    }

    /** The same conventions, with other currencies. */
    public Conventions with(Currencies others) {
        return new Conventions(encoding, dates, decimals, others, evidence);
    }

    /** The same conventions, with those of a mapping where the mapping knows them. */
    Conventions knownBy(Layout layout) {
        Mapping mapping = layout.mapping();
        CellPlaces column = layout.columns().get(Column.CURRENCY);
        String currency = column == null ? mapping.currency() : column.constant();
        Conventions known =
                mapping.dates() == null ? this : decided(mapping.dates(), "as in all files of " + mapping.name());
        return new Conventions(
                encoding,
                known.dates,
                mapping.numbers() == null ? decimals : DecimalMarks.all(mapping.numbers()),
                currency == null ? currencies : Currencies.all(currency),
                known.evidence);
    }

    /** The same conventions, where the numbers of one column are written as those of another. */
    Conventions with(Column column, Column asIn) {
        return new Conventions(encoding, dates, decimals.with(column, asIn), currencies, evidence);
    }

    /** The same conventions in another encoding. */
    public Conventions in(Encoding other) {
        return new Conventions(other, dates, decimals, currencies, evidence);
    }
}
