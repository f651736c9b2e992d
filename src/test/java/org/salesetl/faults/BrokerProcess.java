package org.salesetl.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.salesetl.FreePort;

/** A broker of Kafka as a process of its own, which a test kills and starts again as it likes. */
final class BrokerProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path home;
    private final int port;
    private @Nullable Process process;

    private BrokerProcess(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** Makes the folders of a new broker, and starts it. */
    static BrokerProcess ofItsOwn(Path testHome) throws IOException, InterruptedException {
        Path home = Files.createDirectories(testHome.resolve("broker"));
        BrokerProcess broker = new BrokerProcess(home, FreePort.find());
        int controller = FreePort.find();
        Files.writeString(broker.settings(), """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                log.dirs=%3$s
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                group.initial.rebalance.delay.ms=0
                """.formatted(broker.port, controller, home.resolve("data")));
        Process format = broker.java(
                "kafka.tools.StorageTool",
                "format",
                "-t",
                Uuid.randomUuid().toString(),
                "-c",
                broker.settings().toString());
        if (!format.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || format.exitValue() != 0) {
            throw new IOException(Files.readString(home.resolve("broker.log")));
        }
        broker.start();
        return broker;
    }

    /** Starts the broker, on the same port as ever. */
    void start() throws IOException {
        process = java("kafka.Kafka", settings().toString());
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            try (Admin admin = admin()) {
                return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
            }
        });
    }

    /** Ends the broker as a machine does that loses its power. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    void makeTopic(String name, int partitions) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    private Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                address(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000));
    }

    private Path settings() {
        return home.resolve("server.properties");
    }

    /** The broker that the tests bring along, or another version, whose libraries are in a folder. */
    private static String classPath() {
        String folder = System.getProperty("faults.broker", "");
        return folder.isEmpty()
                ? System.getProperty("java.class.path")
                : Path.of(folder).toAbsolutePath() + "/*";
    }

    private Process java(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                classPath(),
                program));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("broker.log").toFile()))
                .start();
    }
}
