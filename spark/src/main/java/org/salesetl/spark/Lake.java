package org.salesetl.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Writes the facts into a lake, and adds up slices of them. The service starts this program, and asks: each line of the standard input is
 * a question in JSON, and each line of the standard output an answer. So there is neither a port nor a secret. The program ends with its
 * input.
 */
public final class Lake {

    private static final JsonMapper JSON = JsonMapper.builder().build();

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
        PrintStream answers = new PrintStream(System.out, true, UTF_8);
        // whatever else somebody prints is no answer
        System.setOut(System.err);
        try (SparkSession spark = SparkSession.builder().getOrCreate();
                BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            Lake lake = new Lake(spark, new Path(arguments[0]));
            answers.println("{\"ready\":true}");
            for (String question; (question = questions.readLine()) != null; ) {
                answers.println(lake.answer(question));
            }
        }
    }

    /** The answer to a question in one line; a failure is an answer, too. */
    private String answer(String line) throws IOException {
        try {
            JsonNode question = JSON.readTree(line);
            String asked = question.path("ask").asText();
            return switch (asked) {
                case "months" ->
                    JSON.writeValueAsString(Map.of("months", folder.tables().states()));
                case "write" -> JSON.writeValueAsString(writer.write(question));
                case "sums" -> slices.sums(question);
                case "revenue" -> slices.revenue(question);
                case "key_figures" -> slices.keyFigures(question);
                default -> throw new IllegalArgumentException("Expected a question but found " + asked);
            };
        } catch (Exception e) {
            e.printStackTrace();
            return JSON.writeValueAsString(Map.of("failed", String.valueOf(e)));
        }
    }
}
