package org.salesetl.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The system's Python, which makes the data and is the peer; both are left out where it lacks something. */
final class Python {

    private static final String INTERPRETER = "/usr/bin/python3";
    private static final String MODULES_OF_LOADS = "pandas, sqlalchemy, pymysql";
    private static final String MODULES_OF_CHARTS = MODULES_OF_LOADS + ", matplotlib, seaborn";

    private final Path generator;
    private final Path peer;
    private final boolean generates;
    private final boolean loads;
    private final boolean draws;

    private Python(Path generator, Path peer) throws InterruptedException {
        this.generator = generator;
        this.peer = peer;
        this.generates = Files.exists(generator) && canImport("numpy");
        this.loads = Files.exists(peer) && canImport(MODULES_OF_LOADS);
        this.draws = Files.exists(peer) && canImport(MODULES_OF_CHARTS);
    }

    static Python find(Path scripts) throws InterruptedException {
        return new Python(scripts.resolve("make_sales.py"), scripts.resolve("pandas_peer.py"));
    }

    /** Whether the generator of sales can run. */
    boolean generates() {
        return generates;
    }

    /** Whether the peer and the floor can load. */
    boolean loads() {
        return loads;
    }

    /** Whether the peer can draw. */
    boolean draws() {
        return draws;
    }

    /** What is left out, and for want of what; empty if nothing is. */
    String leftOut() {
        StringBuilder missing = new StringBuilder();
        if (!generates) {
            missing.append(
                            "The sales come from the project's own sample generator, so that sums cannot be compared with")
                    .append(" expected ones: no ")
                    .append(generator)
                    .append(" or no numpy. ");
        }
        if (!loads) {
            missing.append("No pandas and no floor: no ")
                    .append(peer)
                    .append(" or not all of ")
                    .append(MODULES_OF_LOADS)
                    .append(". ");
        }
        if (!draws) {
            missing.append("No charts by matplotlib: no ")
                    .append(peer)
                    .append(" or not all of ")
                    .append(MODULES_OF_CHARTS)
                    .append(". ");
        }
        return missing.toString().strip();
    }

    /** The versions of the peer's libraries. */
    String versions() throws IOException, InterruptedException {
        return Commands.output(List.of(
                        INTERPRETER,
                        "-c",
                        "import sys, pandas, sqlalchemy, pymysql;"
                                + "print('Python', sys.version.split()[0], 'pandas', pandas.__version__,"
                                + " 'SQLAlchemy', sqlalchemy.__version__, 'PyMySQL', pymysql.__version__)"))
                .strip();
    }

    /** Writes customers.csv, products.csv, sales.csv and expected.json. */
    void generate(Path folder, int sales, int seed) throws IOException, InterruptedException {
        Commands.output(List.of(
                INTERPRETER, generator.toString(), folder.toString(), "--sales", "" + sales, "--seed", "" + seed));
    }

    /** The peer: loads with pandas, into tables of its own. */
    JsonNode load(Path folder, String url) throws IOException, InterruptedException {
        return peer("load", folder.toString(), url);
    }

    /** The floor: the server's LOAD DATA of clean rows into the same tables, and of as many again on top. */
    JsonNode limit(Path folder, String url) throws IOException, InterruptedException {
        return peer("limit", folder.toString(), url);
    }

    /** The peer's ten charts of what it has loaded. */
    JsonNode charts(String url, Path folder) throws IOException, InterruptedException {
        return peer("charts", url, folder.toString());
    }

    private JsonNode peer(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(INTERPRETER, "-W", "ignore", peer.toString()), Arrays.stream(arguments))
                .toList();
        return new ObjectMapper().readTree(Commands.output(command));
    }

    private static boolean canImport(String modules) throws InterruptedException {
        return Commands.succeeds(List.of(INTERPRETER, "-c", "import " + modules));
    }
}
