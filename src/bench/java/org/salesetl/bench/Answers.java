package org.salesetl.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of an answer: texts and numbers, compared as such. */
final class Answers {

    private Answers() {}

    static List<List<Object>> rows(JsonNode json) {
        List<List<Object>> rows = new ArrayList<>();
        for (JsonNode row : json) {
            List<Object> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell.isNumber() ? cell.decimalValue() : cell.asText()));
            rows.add(cells);
        }
        return rows;
    }

    static void requireEqual(String slug, List<List<Object>> expected, List<List<Object>> actual) {
        Correctness.require("the number of rows of " + slug, expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            if (!areEqual(expected.get(i), actual.get(i))) {
                throw new WrongResultException("Expected row " + (i + 1) + " of " + slug + " to be " + expected.get(i)
                        + " but found " + actual.get(i));
            }
        }
    }

    private static boolean areEqual(List<Object> expected, List<Object> actual) {
        return expected.size() == actual.size()
                && IntStream.range(0, expected.size()).allMatch(i -> areEqual(expected.get(i), actual.get(i)));
    }

    private static boolean areEqual(Object expected, Object actual) {
        if (expected instanceof BigDecimal one && actual instanceof BigDecimal other) {
            return one.compareTo(other) == 0;
        }
        return expected.equals(actual);
    }
}
