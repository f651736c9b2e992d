package org.salesetl.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.salesetl.vocabulary.NoCustomer;

/** Adds up slices of the lake: the same sums that the service computes from its packs, to the last digit. */
final class SlicesOfLake {

    /** The answer where the lake does not hold the months of a question as they are in the warehouse. */
    private static final String STALE = "{\"stale\":true}";

    private static final Column REVENUE = sum(col("revenue"));

    /** An order counts once in each month. */
    private static final Column ORDERS = count_distinct(col("month"), col("order_id"));

    private static final Column CUSTOMERS =
            count_distinct(when(col("customer_key").notEqual(NoCustomer.KEY), col("customer_key")));

    private final SparkSession spark;
    private final LakeFolder lake;

    SlicesOfLake(SparkSession spark, LakeFolder lake) {
        this.spark = spark;
        this.lake = lake;
    }

    /**
     * The sums of each key: key, sales, quantity, revenue, cost, costed revenue; then unit prices if the keys are products, or orders if
     * the keys are days or months, or the question counts orders.
     */
    String sums(JsonNode question) throws IOException {
        Dataset<Row> sales = sales(question);
        if (sales == null) {
            return STALE;
        }
        List<Column> sums = sums();
        String grouping = question.get("grouping").asText();
        if (question.has("groups") || grouping.equals("day") || grouping.equals("month")) {
            sums.add(ORDERS);
        } else if (grouping.equals("product")) {
            sums.add(sum(col("unit_price")));
        }
        return json(byKey(sales, key(question), sums));
    }

    /** The revenue of each key. */
    String revenue(JsonNode question) throws IOException {
        Dataset<Row> sales = sales(question);
        return sales == null ? STALE : json(byKey(sales, key(question), List.of(REVENUE)));
    }

    /**
     * The sums and the orders of each period, the customers of each period, and the orders and customers of all of them. A question of
     * Spark has one kind of distinct things: with two, each sale would travel twice.
     */
    String keyFigures(JsonNode question) throws IOException {
        Dataset<Row> sales = sales(question);
        if (sales == null) {
            return STALE;
        }
        Column period = period(question.get("grain").asText());
        List<Column> sums = sums();
        sums.add(ORDERS);
        return "{\"periods\":" + json(byKey(sales, period, sums))
                + ",\"customers_of_each\":" + json(byKey(sales, period, List.of(CUSTOMERS)))
                + ",\"orders\":" + sales.agg(ORDERS).head().getLong(0)
                + ",\"customers\":" + sales.agg(CUSTOMERS).head().getLong(0) + "}";
    }

    private static List<Column> sums() {
        return new ArrayList<>(List.of(
                count(lit(1)),
                sum(col("quantity")),
                REVENUE,
                sum(col("cost")),
                sum(when(col("cost").isNotNull(), col("revenue")))));
    }

    /** The sales that pass; null if the lake does not hold their months as they are in the warehouse. */
    private @Nullable Dataset<Row> sales(JsonNode question) throws IOException {
        Map<Integer, String> months = new TreeMap<>();
        question.get("months")
                .properties()
                .forEach(month -> months.put(
                        Integer.valueOf(month.getKey()), month.getValue().asText()));
        List<String> folders = lake.tables().folders(months);
        if (folders == null) {
            return null;
        }
        Dataset<Row> sales = read(folders)
                .where(col("date_key")
                        .between(
                                question.get("from").asInt(), question.get("to").asInt()));
        if (question.has("products")) {
            sales = sales.where(isOneOf(question.get("products"), "product_key"));
        }
        if (question.has("customers")) {
            sales = sales.where(isOneOf(question.get("customers"), "customer_key"));
        }
        if (question.has("cities")) {
            sales = sales.where(when(col("city_key").equalTo(0), isOneOf(question.get("residents"), "customer_key"))
                    .otherwise(isOneOf(question.get("cities"), "city_key")));
        }
        return sales;
    }

    private Dataset<Row> read(List<String> folders) {
        if (folders.isEmpty()) {
            return spark.createDataFrame(List.of(), LakeWriter.SALES.add("month", DataTypes.IntegerType));
        }
        return spark.read()
                .schema(LakeWriter.SALES.add("month", DataTypes.IntegerType))
                .option("basePath", lake.path("sales").toString())
                .parquet(folders.stream()
                        .map(folder -> lake.path(folder).toString())
                        .toArray(String[]::new));
    }

    /** @param words a set of keys as its bits, 64 in a number, the lowest first */
    private static Column isOneOf(JsonNode words, String key) {
        long[] bits = new long[words.size()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = words.get(i).asLong();
        }
        UDF1<Integer, Boolean> contains = one -> one >>> 6 < bits.length && (bits[one >>> 6] >>> one & 1) != 0;
        return udf(contains, DataTypes.BooleanType).apply(col(key));
    }

    private static Column key(JsonNode question) {
        Column key = switch (question.get("grouping").asText()) {
            case "customer" -> col("customer_key");
            case "product" -> col("product_key");
            case "day" -> col("date_key");
            case "month" -> col("month");
            // the city of the sale, or else the customer as a number below zero
            case "place" ->
                when(col("city_key").equalTo(0), lit(-1).minus(col("customer_key")))
                        .otherwise(col("city_key"));
            default -> throw new IllegalArgumentException("Expected a grouping but found " + question);
        };
        return question.has("groups") ? grouped(key, question.get("groups")) : key;
    }

    /** @param groups the key that stands for the group of each key, by the zigzag of the key; 0 where the key stands for itself */
    private static Column grouped(Column key, JsonNode groups) {
        int[] firsts = new int[groups.size()];
        for (int i = 0; i < firsts.length; i++) {
            firsts[i] = groups.get(i).asInt();
        }
        UDF1<Integer, Integer> first = one -> {
            int at = one << 1 ^ one >> 31;
            return at < firsts.length && firsts[at] != 0 ? firsts[at] : one;
        };
        return udf(first, DataTypes.IntegerType).apply(key);
    }

    private static Column period(String grain) {
        return switch (grain) {
            case "day" -> col("date_key");
            case "week" -> dateKey(trunc(col("date"), "week"));
            case "month" -> col("month");
            default -> throw new IllegalArgumentException("Expected a length of periods but found " + grain);
        };
    }

    private static Column dateKey(Column date) {
        return year(date).multiply(10_000).plus(month(date).multiply(100)).plus(dayofmonth(date));
    }

    private static List<Row> byKey(Dataset<Row> sales, Column key, List<Column> sums) {
        return sales.groupBy(key.as("key"))
                .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
                .orderBy("key")
                .collectAsList();
    }

    /** Decimals are text, so that no digit is lost. A zero is a number. */
    private static String json(List<Row> rows) {
        StringBuilder json = new StringBuilder("[");
        for (Row row : rows) {
            json.append(json.length() == 1 ? "[" : ",[").append(row.getInt(0));
            for (int i = 1; i < row.size(); i++) {
                append(json.append(','), row.get(i));
            }
            json.append(']');
        }
        return json.append(']').toString();
    }

    private static void append(StringBuilder json, @Nullable Object sum) {
        if (sum == null || (sum instanceof BigDecimal decimal && decimal.signum() == 0)) {
            json.append('0');
        } else if (sum instanceof BigDecimal decimal) {
            json.append('"').append(decimal.toPlainString()).append('"');
        } else {
            json.append(sum);
        }
    }
}
