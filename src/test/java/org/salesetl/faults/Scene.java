package org.salesetl.faults;

import static org.salesetl.faults.Signals.pause;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a fault meets: a database, one or more instances of the service that share an inbox, and the files that were dropped. */
final class Scene {

    /** How many good sales each file has. A file that is replaced has only half of them at first. */
    static final int SALES = Integer.getInteger("faults.sales", 100_000);

    private static final String HEADER = "sale_id,order_id,customer_id,product_id,order_date,quantity";
    private static final int SLOW_PIECES = 100;

    private final Path home;
    private final DatabaseProcess database;
    private final List<ServiceProcess> services = new ArrayList<>();
    private final Random random;
    /** The number of rejected rows and of rows that wait, by the name of the file. */
    private final Map<String, Integer> dropped = new TreeMap<>();

    private int files;

    Scene(Path home, DatabaseProcess database, int instances, Random random) throws IOException {
        this.home = home;
        this.database = database;
        this.random = random;
        Files.createDirectories(home.resolve("parts"));
        for (int i = 0; i < instances; i++) {
            // a file that is written slowly has to be left alone for longer than between two of its pieces
            services.add(
                    new ServiceProcess(home, i == 0 ? "service" : "instance-" + i, database, "--sales-etl.settle=1s"));
        }
    }

    DatabaseProcess database() {
        return database;
    }

    List<ServiceProcess> services() {
        return services;
    }

    Random random() {
        return random;
    }

    ServiceProcess anyService() {
        return services.get(random.nextInt(services.size()));
    }

    /** The names of all files that were dropped and are to be loaded. */
    List<String> names() {
        return List.copyOf(dropped.keySet());
    }

    /** How many sales have to be there when all files have loaded. */
    long sales() {
        return names().stream()
                        .filter(name -> !name.matches("(copy-|customers|products).*"))
                        .count()
                * SALES;
    }

    /** How many rows have to be in the quarantine. */
    long quarantined() {
        return dropped.values().stream().mapToInt(rows -> rows).sum();
    }

    /** Starts all instances, and loads what the sales need. */
    void begin() throws IOException {
        for (ServiceProcess service : services) {
            service.start();
        }
        drop("customers.csv", List.of("customer_id,name,city", "C0,Ann,Paris", "C1,Bo,Łódź", "C2,Cy,Paris"), 0);
        drop("products.csv", List.of("product_id,name,category,price", "P0,Pen,Office,2.50", "P1,Lamp,Home,2.50"), 0);
    }

    /** Drops a file of good sales, a row that is rejected and a row that waits for its product. */
    Path drop() throws IOException {
        List<String> lines = lines(++files);
        lines.add("R" + files + ",O,C1,P1,2025-02-30,1");
        lines.add("W" + files + ",O,C1,unknown,2025-02-28,1");
        return drop("sales-" + files + ".csv", lines, 2);
    }

    /** Writes a file into the inbox line by line, as a program does that exports slowly. */
    void dropSlowly() throws IOException, InterruptedException {
        List<String> lines = lines(++files);
        String name = "slow-" + files + ".csv";
        dropped.put(name, 0);
        try (BufferedWriter out = Files.newBufferedWriter(inbox().resolve(name))) {
            int piece = Math.max(1, lines.size() / SLOW_PIECES);
            for (int i = 0; i < lines.size(); i += piece) {
                for (String line : lines.subList(i, Math.min(lines.size(), i + piece))) {
                    out.write(line + "\n");
                }
                out.flush();
                pause(Duration.ofMillis(30));
            }
        }
    }

    /** Drops half of the sales, and soon after that all of them in a file of the same name. */
    void dropAndReplace() throws IOException, InterruptedException {
        List<String> lines = lines(++files);
        String name = "replaced-" + files + ".csv";
        drop(name, lines.subList(0, SALES / 2 + 1), 0);
        pause(Duration.ofMillis(random.nextInt(3_000)));
        drop(name, lines, 0);
    }

    /** Drops the same content under two names at once. */
    void dropTwice() throws IOException {
        List<String> lines = lines(++files);
        drop("sales-" + files + ".csv", lines, 0);
        drop("copy-" + files + ".csv", lines, 0);
    }

    /**
     * Gives a file in the inbox another name.
     *
     * @throws IOException if the service has taken the file already
     */
    void rename(Path file) throws IOException {
        String name = "renamed-" + file.getFileName();
        Files.move(file, file.resolveSibling(name));
        Integer rows = dropped.remove(file.getFileName().toString());
        dropped.put(name, rows == null ? 0 : rows);
    }

    /** Expects nothing more of a file. */
    void forget(Path file) {
        dropped.remove(file.getFileName().toString());
    }

    /** Drops a copy of a file that another scene has archived. */
    void dropCopy(Path file) throws IOException {
        String name = file.toString().hashCode() + "-" + file.getFileName();
        dropped.put(name, 0);
        Path part = Files.copy(file, home.resolve("parts").resolve(name));
        Files.move(part, inbox().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** All files in the archive, without the files of rejects. */
    List<Path> archived() throws IOException {
        return files(home.resolve("archive")).stream()
                .filter(file -> !file.toString().endsWith(".rejects.csv"))
                .toList();
    }

    /** All files in the inbox, claimed ones too. */
    List<Path> waiting() throws IOException {
        return files(inbox()).stream()
                .filter(file -> !file.toString().endsWith(".in-hand"))
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            return List.of(); // a folder went away while it was looked into
        }
    }

    private Path drop(String name, List<String> lines, int quarantined) throws IOException {
        dropped.put(name, quarantined);
        Path part = Files.write(home.resolve("parts").resolve(name), lines);
        return Files.move(
                part, inbox().resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<String> lines(int file) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        IntStream.range(0, SALES)
                .mapToObj(i -> "F" + file + "-" + i + ",O" + i / 3 + ",C" + i % 3 + ",P" + i % 2 + ",2025-"
                        + String.format("%02d", i % 12 + 1) + "-15,2")
                .forEach(lines::add);
        return lines;
    }

    private Path inbox() {
        return home.resolve("inbox");
    }
}
