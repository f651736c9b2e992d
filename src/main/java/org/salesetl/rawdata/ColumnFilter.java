package org.salesetl.rawdata;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.StringJoiner;
import org.salesetl.SqlPattern;
import org.salesetl.web.BadRequestException;

/**
 * A filter for the values of a column. {@code 5} or {@code Paris} stands for this value, {@code 5..10} or {@code 5..} for a range, and
 * {@code Par*} for all texts that begin with {@code Par}. Text in quotes, as in {@code "a..b*"}, stands for exactly this text.
 *
 * @param column a column of the table, and the name of the parameter of the request
 * @param text the filter as in the request
 * @param conditions SQL operators, with the values that they compare with
 * @param narrow whether an index on the column finds the rows
 */
record ColumnFilter(String column, String text, Map<String, String> conditions, boolean narrow) {

    private static final String BETWEEN = "..";
    private static final char ANYTHING = '*';

    /**
     * The filter that a request asks for.
     *
     * @throws BadRequestException if the column holds numbers, and the text has a value that is not a number
     */
    static ColumnFilter of(DataTable table, String column, String text) {
        boolean number = table.isNumber(column);
        Map<String, String> conditions = conditions(text, number);
        if (number) {
            conditions.values().forEach(value -> check(column, text, value));
        }
        boolean findable = !conditions.getOrDefault("LIKE", "").startsWith("%");
        return new ColumnFilter(column, text, conditions, table.isIndexed(column) && findable);
    }

    private static Map<String, String> conditions(String text, boolean number) {
        Map<String, String> conditions = new LinkedHashMap<>();
        int between = text.indexOf(BETWEEN);
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            conditions.put("=", text.substring(1, text.length() - 1));
        } else if (between >= 0) {
            String from = text.substring(0, between).strip();
            String to = text.substring(between + BETWEEN.length()).strip();
            if (!from.isEmpty()) {
                conditions.put(">=", from);
            }
            if (!to.isEmpty()) {
                conditions.put("<=", to);
            }
        } else if (!number && text.indexOf(ANYTHING) >= 0) {
            conditions.put("LIKE", SqlPattern.literal(text).replace(ANYTHING, '%'));
        } else {
            conditions.put("=", text);
        }
        return conditions;
    }

    private static void check(String column, String text, String value) {
        try {
            new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw new BadRequestException(column, "a number such as 5, or from and to such as 5..10", text);
        }
    }

    /** The condition in SQL, with a parameter for each value; always true if there is no condition. */
    String sql() {
        StringJoiner sql = new StringJoiner(" AND ").setEmptyValue("TRUE");
        int place = 0;
        for (String operator : conditions.keySet()) {
            sql.add(column + " " + operator + " :?" + parameter(place++));
        }
        return sql.toString();
    }

    /** The values of the parameters. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Entry<String, String> condition : conditions.entrySet()) {
            parameters.put(parameter(parameters.size()), condition.getValue());
        }
        return parameters;
    }

    private String parameter(int place) {
        return "only_" + column + "_" + place;
    }
}
