package org.salesetl.spark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Writes the facts into a lake, and adds up slices of them, as the service {@linkplain Questions asks}. */
public final class Lake {

    private final LakeWriter writer;
    private final LakeFolder folder;
    private final SlicesOfLake slices;

    private Lake(SparkSession spark, Path place) throws IOException {
        this.folder = new LakeFolder(place, spark.sparkContext().hadoopConfiguration());
        this.writer = new LakeWriter(spark, folder);
        this.slices = new SlicesOfLake(spark, folder);
    }

    /** @param arguments the folder of the lake */
    public static void main(String[] arguments) throws IOException {
        try (Questions questions = new Questions();
                SparkSession spark = SparkSession.builder().getOrCreate()) {
            Lake lake = new Lake(spark, new Path(arguments[0]));
            questions.answer(lake::answer);
        }
    }

    private String answer(String asked, JsonNode question) throws IOException {
        return switch (asked) {
            case "months" ->
                Questions.JSON.writeValueAsString(
                        Map.of("months", folder.tables().states()));
            case "write" -> Questions.JSON.writeValueAsString(writer.write(question));
            case "sums" -> slices.sums(question);
            case "revenue" -> slices.revenue(question);
            case "key_figures" -> slices.keyFigures(question);
            default -> throw new IllegalArgumentException("Expected a question but found " + asked);
        };
    }
}
