package org.salesetl.lake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.salesetl.SalesEtlProperties;
import org.salesetl.engine.SparkProgram;
import org.salesetl.engine.SparkPrograms;

/** The program that writes the lake, and adds up slices of it. */
final class LakeProgram {

    private static final String MAIN_CLASS = "Lake";

    /**
     * What the configuration may say otherwise. An application that waits for questions gives its executors back after a minute; without
     * the second time, Spark would keep those that hold the shuffles of earlier answers.
     */
    private static final Map<String, String> USUAL = Map.of(
            "spark.log.level", "WARN",
            "spark.dynamicAllocation.enabled", "true",
            "spark.dynamicAllocation.executorIdleTimeout", "60s",
            "spark.dynamicAllocation.shuffleTracking.enabled", "true",
            "spark.dynamicAllocation.shuffleTracking.timeout", "60s");

    private LakeProgram() {}

    /** Starts the program; its log goes to this file. */
    static SparkProgram start(SalesEtlProperties properties, Path log) throws IOException {
        return SparkProgram.start(
                SparkPrograms.program(
                        properties.spark(),
                        MAIN_CLASS,
                        requireNonNull(properties.lake().folder()),
                        USUAL),
                log);
    }
}
