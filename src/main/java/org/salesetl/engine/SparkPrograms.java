package org.salesetl.engine;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.apache.spark.launcher.SparkLauncher;
import org.salesetl.SalesEtlProperties;
import org.salesetl.split.JudgeJob;
import org.springframework.util.StringUtils;

/** The programs of this service that run on Spark: they are in the jar of the job. */
public final class SparkPrograms {

    private static final String NAME = "Sales ETL Dashboard";

    /** Without its scripts, Spark does not know it. */
    private static final Map<String, String> ENVIRONMENT = Map.of("SPARK_SCALA_VERSION", "2.13");

    private SparkPrograms() {}

    /**
     * A program that has not been started.
     *
     * @param spark the cluster, whose settings count more than the usual ones; a program that asks no cluster needs no master
     * @param mainClass the class with the {@code main} method, in the package of such programs
     * @param argument what the program is told
     * @param usual settings of Spark
     */
    public static SparkLauncher program(
            SalesEtlProperties.Spark spark, String mainClass, String argument, Map<String, String> usual) {
        SparkLauncher launcher = new SparkLauncher(ENVIRONMENT)
                .setSparkHome(requireNonNull(spark.home()).toString())
                .setAppName(NAME)
                .setAppResource(requireNonNull(spark.job()).toAbsolutePath().toString())
                .setMainClass("org.salesetl.spark." + mainClass)
                .addAppArgs(argument);
        if (spark.master() != null) {
            launcher.setMaster(spark.master());
        }
        usual.forEach(launcher::setConf);
        String folder = spark.folder();
        if (StringUtils.hasText(folder)) {
            launcher.setConf(JudgeJob.FOLDER, folder);
        }
        spark.conf().forEach(launcher::setConf);
        return launcher;
    }
}
