package org.salesetl.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;

/** A folder of Spark on this machine, without a cluster, and the job. */
final class SparkAlone {

    private static final Path HOME = Path.of("target/spark-alone").toAbsolutePath();

    private SparkAlone() {}

    /** Makes the folder; the options by which a service knows it. */
    static List<String> options() throws IOException {
        writeSubmit();
        return List.of(
                "--sales-etl.spark.home=" + HOME,
                "--sales-etl.spark.job=" + Path.of("target/sales-etl-spark.jar").toAbsolutePath());
    }

    /** The archive of Spark has this script; its libraries alone do not. */
    private static void writeSubmit() throws IOException {
        Path script = HOME.resolve("bin/spark-submit");
        Files.createDirectories(script.getParent());
        Files.writeString(
                script,
                "#!/bin/sh\nexport SPARK_LOCAL_IP=127.0.0.1\nexec \"%s\" -Xmx1g -XX:TieredStopAtLevel=1 %s -cp \"%s/*\" org.apache.spark.deploy.SparkSubmit \"$@\"\n"
                        .formatted(
                                Processes.JAVA,
                                String.join(" ", JavaModuleOptions.defaultModuleOptionArray()),
                                Path.of("target/spark/jars").toAbsolutePath()));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
