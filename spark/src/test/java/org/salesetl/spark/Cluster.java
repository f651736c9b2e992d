package org.salesetl.spark;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real cluster of Spark on this machine: a master and some workers, each a process of its own. */
final class Cluster implements AutoCloseable {

    /** What Spark needs of a Java with modules; the script of Spark's own archive passes the same. */
    private static final List<String> OPENS = List.of(
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.cs=ALL-UNNAMED",
            "--add-opens=java.base/sun.security.action=ALL-UNNAMED",
            "--add-opens=java.base/sun.util.calendar=ALL-UNNAMED");

    private static final Path HOME = Path.of("target/spark").toAbsolutePath();
    private static final Map<String, String> ENVIRONMENT =
            Map.of("SPARK_HOME", HOME.toString(), "SPARK_SCALA_VERSION", "2.13", "SPARK_LOCAL_IP", "127.0.0.1");

    private final Processes processes = new Processes();
    private final List<Process> workers = new ArrayList<>();
    private final Path folder;
    private final int port;

    private Cluster(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts a master and its workers, each with one core. */
    static Cluster start(Path folder, int workers) throws Exception {
        Cluster cluster = new Cluster(folder, Processes.freePort());
        cluster.accept();
        cluster.run(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                String.valueOf(cluster.port),
                "--webui-port",
                String.valueOf(Processes.freePort()));
        Processes.await("the master listens", Duration.ofMinutes(2), cluster::listens);
        for (int i = 0; i < workers; i++) {
            cluster.startWorker();
        }
        return cluster;
    }

    /** Starts one worker more. */
    void startWorker() throws IOException {
        String name = "worker-" + workers.size();
        workers.add(run(
                name,
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--cores",
                "1",
                "--memory",
                "2g",
                "--webui-port",
                String.valueOf(Processes.freePort()),
                "--work-dir",
                folder.resolve(name).toString(),
                master()));
    }

    /** Kills a worker and its executors, as a machine that loses its power. */
    void killWorker(int number) {
        Process worker = workers.get(number);
        List<ProcessHandle> executors = worker.descendants().toList();
        worker.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
    }

    private String master() {
        return "spark://127.0.0.1:" + port;
    }

    /** What a service has to know to use this cluster and this database, and more options. */
    String[] optionsOfService(Database database, String... more) {
        List<String> options = new ArrayList<>(database.options());
        options.addAll(List.of(
                "--sales-etl.engine=spark",
                "--sales-etl.spark.master=" + master(),
                "--sales-etl.spark.home=" + HOME,
                "--sales-etl.spark.job=" + Path.of("target/sales-etl-spark.jar").toAbsolutePath(),
                "--sales-etl.spark.conf.[spark.driver.host]=127.0.0.1",
                // a job takes seconds, and spends them on its own compilation otherwise
                "--sales-etl.spark.conf.[spark.executor.extraJavaOptions]=-XX:TieredStopAtLevel=1",
                "--sales-etl.spark.conf.[spark.executor.memory]=1g"));
        options.addAll(List.of(more));
        return options.toArray(String[]::new);
    }

    private Process run(String name, String... command) throws IOException {
        List<String> all = new ArrayList<>(List.of(Processes.JAVA, "-Xmx512m", "-XX:TieredStopAtLevel=1"));
        all.addAll(OPENS);
        all.addAll(List.of("-cp", HOME.resolve("jars") + "/*"));
        all.addAll(List.of(command));
        return processes.start(folder.resolve(name + ".log"), ENVIRONMENT, all);
    }

    private boolean listens() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Takes work. */
    void accept() throws IOException {
        writeSubmit(
                "exec \"%s\" -Xmx1g -XX:TieredStopAtLevel=1 %s -cp \"%s/*\" org.apache.spark.deploy.SparkSubmit \"$@\""
                        .formatted(Processes.JAVA, String.join(" ", OPENS), HOME.resolve("jars")));
    }

    /** Takes no more work. */
    void refuse() throws IOException {
        writeSubmit("echo ERROR: no more work; exit 3");
    }

    /** The archive of Spark has this script; its libraries alone do not. */
    private static void writeSubmit(String command) throws IOException {
        Path script = HOME.resolve("bin/spark-submit");
        Files.createDirectories(script.getParent());
        Files.writeString(script, "#!/bin/sh\nexport SPARK_LOCAL_IP=127.0.0.1\n" + command + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Override
    public void close() {
        processes.close();
    }
}
