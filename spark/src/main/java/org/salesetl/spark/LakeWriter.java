package org.salesetl.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.salesetl.split.JudgeJob;

/**
 * Writes the months that have changed into new folders, and then says in one step that these are the lake now. A writer that dies leaves
 * folders that no document names; two writers at once cost twice the work, and the last one counts.
 */
final class LakeWriter {

    /** The sales, as Parquet has them. The month, as in 202501, is in the path. */
    static final StructType SALES = new StructType()
            .add("sale_id", DataTypes.StringType)
            .add("order_id", DataTypes.StringType)
            .add("customer_key", DataTypes.IntegerType)
            .add("product_key", DataTypes.IntegerType)
            .add("date_key", DataTypes.IntegerType)
            .add("date", DataTypes.DateType)
            .add("quantity", DataTypes.createDecimalType(15, 4))
            .add("unit_price", DataTypes.createDecimalType(19, 4))
            .add("revenue", DataTypes.createDecimalType(19, 4))
            .add("cost", DataTypes.createDecimalType(19, 4))
            .add("city", DataTypes.StringType)
            .add("city_key", DataTypes.IntegerType)
            .add("original_currency", DataTypes.StringType)
            .add("original_amount", DataTypes.createDecimalType(19, 4))
            .add("source_file_id", DataTypes.IntegerType)
            .add("source_line", DataTypes.IntegerType);

    private static final StructType CUSTOMERS = new StructType()
            .add("customer_key", DataTypes.IntegerType)
            .add("customer_id", DataTypes.StringType)
            .add("city", DataTypes.StringType);

    private static final StructType PRODUCTS = new StructType()
            .add("product_key", DataTypes.IntegerType)
            .add("product_id", DataTypes.StringType)
            .add("name", DataTypes.StringType)
            .add("category", DataTypes.StringType)
            .add("cost_price", DataTypes.createDecimalType(19, 4))
            .add("price", DataTypes.createDecimalType(19, 4));

    private final SparkSession spark;
    private final LakeFolder lake;
    private final String exchange;

    LakeWriter(SparkSession spark, LakeFolder lake) {
        this.spark = spark;
        this.lake = lake;
        this.exchange = spark.conf().get(JudgeJob.FOLDER, "");
    }

    /** Writes what the service has put aside on this machine, and first copies it to where the cluster reaches it, if there is such a folder. */
    Map<String, Object> write(JsonNode question) throws IOException {
        if (exchange.isEmpty()) {
            return writeFiles(question);
        }
        try (Exchange copies = Exchange.open(exchange, spark.sparkContext().hadoopConfiguration())) {
            ObjectNode copied = question.deepCopy();
            for (String table : List.of("sales", "customers", "products")) {
                ArrayNode files = copied.putArray(table);
                for (String file : texts(question.get(table))) {
                    files.add(new Path(copies.put(URI.create(file))).toString());
                }
            }
            return writeFiles(copied);
        }
    }

    /**
     * Writes the lake anew, as far as it has changed.
     *
     * @param question the states of all {@code months}, the months that have {@code changed}, and the files with their {@code sales}, and
     *     with all {@code customers} and {@code products}
     */
    private Map<String, Object> writeFiles(JsonNode question) throws IOException {
        LakeTables before = lake.tables();
        String version = "version=" + UUID.randomUUID();
        List<String> files = texts(question.get("sales"));
        if (!files.isEmpty()) {
            writeSales(files, "sales/" + version);
        }
        String customers = write(CUSTOMERS, texts(question.get("customers")), "customers/" + version);
        String products = write(PRODUCTS, texts(question.get("products")), "products/" + version);

        Set<String> changed = new HashSet<>(texts(question.get("changed")));
        SortedMap<Integer, LakeTables.Month> months = new TreeMap<>();
        for (Map.Entry<String, JsonNode> month : question.get("months").properties()) {
            Integer number = Integer.valueOf(month.getKey());
            String folder = "sales/" + version + "/month=" + number;
            months.put(
                    number,
                    changed.contains(month.getKey())
                            ? new LakeTables.Month(month.getValue().asText(), lake.has(folder) ? folder : null)
                            : before.sales().get(number));
        }
        LakeTables after = new LakeTables(Instant.now().toString(), months, customers, products, List.of());
        List<String> replaced = new ArrayList<>(before.folders());
        replaced.removeAll(after.folders());
        lake.put(new LakeTables(after.writtenAt(), months, customers, products, replaced));
        for (String folder : before.replaced()) {
            lake.delete(folder);
        }
        lake.deleteLost(
                Stream.concat(after.folders().stream(), replaced.stream()).toList());
        return Map.of("months", months.size());
    }

    /** One range of days for each file, so that a month of many sales is the work of many tasks. */
    private void writeSales(List<String> files, String folder) {
        Dataset<Row> sales = spark.read().schema(SALES).json(files.toArray(String[]::new));
        sales.withColumn("month", floor(col("date_key").divide(100)).cast(DataTypes.IntegerType))
                .repartitionByRange(files.size(), col("date_key"), col("order_id"))
                .sortWithinPartitions("month", "date_key", "order_id")
                .write()
                .partitionBy("month")
                .parquet(lake.path(folder).toString());
    }

    private String write(StructType columns, List<String> files, String folder) {
        Dataset<Row> rows = files.isEmpty()
                ? spark.createDataFrame(List.of(), columns)
                : spark.read().schema(columns).json(files.toArray(String[]::new));
        rows.coalesce(1).write().parquet(lake.path(folder).toString());
        return folder;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
