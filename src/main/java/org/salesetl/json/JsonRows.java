package org.salesetl.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Makes rows of an object that has a list: each row is the object with one item in the place of the list. */
final class JsonRows {

    /** What comes behind the name of a list that has been taken apart: {@code lines[].sku} belongs to an item. */
    static final String ITEM = "[]";

    private JsonRows() {}

    /** Takes a row. The same object has the next row later. */
    interface Target {
        void row(ObjectNode row) throws IOException;
    }

    /**
     * Gives the rows of an object. An object without the list, or with an empty one, is a row as it is.
     *
     * @param list the fields that lead to the list; others on the way may be lists too
     * @return whether there was a list
     */
    static boolean each(ObjectNode object, List<String> list, Target target) throws IOException {
        return each(object, object, list, target);
    }

    private static boolean each(ObjectNode row, ObjectNode holder, List<String> list, Target target)
            throws IOException {
        String name = list.isEmpty() ? "" : list.get(0);
        JsonNode value = list.isEmpty() ? null : holder.get(name);
        if (value instanceof ObjectNode object) {
            return each(row, object, list.subList(1, list.size()), target);
        }
        if (value instanceof ArrayNode items && isOfObjects(items)) {
            holder.remove(name);
            for (JsonNode item : items) {
                if (!item.isNull()) {
                    holder.set(name + ITEM, item);
                    if (item instanceof ObjectNode object) {
                        each(row, object, list.subList(1, list.size()), target);
                    } else {
                        target.row(row);
                    }
                }
            }
            holder.remove(name + ITEM);
            holder.set(name, items);
            return true;
        }
        target.row(row);
        return false;
    }

    /** Whether a list has objects. */
    static boolean isOfObjects(JsonNode value) {
        return value.isArray()
                && StreamSupport.stream(value.spliterator(), false).anyMatch(JsonNode::isObject);
    }

    /**
     * The values of a row by the names of their columns: {@code city} in an object {@code customer} is {@code customer.city}, and an amount with its
     * currency in an object {@code price} is {@code price}. Values in a list stand beside one another; a list of objects, or an empty one that may
     * have some elsewhere, is no value.
     */
    static Map<String, String> cells(ObjectNode row) {
        Map<String, String> cells = new LinkedHashMap<>();
        put("", row, cells);
        return cells;
    }

    private static void put(String prefix, ObjectNode object, Map<String, String> cells) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = prefix + field.getKey();
            JsonNode value = field.getValue();
            JsonMoney money = value instanceof ObjectNode inner ? JsonMoney.of(field.getKey(), inner) : null;
            if (money != null) {
                put(name, money.amount(), cells);
                put(name + "." + money.currencyField(), money.currency(), cells);
            } else if (value instanceof ObjectNode inner) {
                put(name + ".", inner, cells);
            } else if (!isOfObjects(value) && !(value.isArray() && value.isEmpty())) {
                put(name, text(value), cells);
            }
        }
    }

    /** A name with a point in it may be that of another value, too. */
    private static void put(String name, String value, Map<String, String> cells) {
        String free = name;
        for (int n = 2; cells.containsKey(free); n++) {
            free = name + " " + n;
        }
        cells.put(free, value);
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(JsonRows::text)
                    .collect(Collectors.joining(", "));
        }
        BigDecimal number = value.isNumber() ? JsonTree.number(value) : null;
        return value.isNull() ? "" : number != null ? number.toPlainString() : value.asText();
    }
}
