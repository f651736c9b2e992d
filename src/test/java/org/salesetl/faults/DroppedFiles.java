package org.salesetl.faults;

import static org.salesetl.faults.Signals.pause;

import java.io.BufferedWriter;
import java.io.IOException;
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

/** The files that were dropped into an inbox, and what has to come of each. */
final class DroppedFiles {

    /** How many good sales each file has. A file that is replaced has only half of them at first. */
    static final int SALES = Integer.getInteger("faults.sales", 10_000);

    private static final String HEADER = "sale_id,order_id,customer_id,product_id,order_date,quantity";
    private static final int SLOW_PIECES = 100;
    private static final Expected NO_SALES = new Expected(0, 0);
    private static final Expected SALES_ONLY = new Expected(SALES, 0);

    private final Path inbox;
    private final Random random;
    private final Map<String, Expected> expected = new TreeMap<>();

    private int files;

    DroppedFiles(Path inbox, Random random) {
        this.inbox = inbox;
        this.random = random;
    }

    /** The names of all files that are to be loaded. */
    List<String> names() {
        return List.copyOf(expected.keySet());
    }

    /** How many sales have to be there when all files have loaded. */
    long sales() {
        return expected.values().stream().mapToLong(Expected::sales).sum();
    }

    /** How many rows have to be in the quarantine: rejected rows, and rows that wait. */
    long quarantined() {
        return expected.values().stream().mapToLong(Expected::quarantined).sum();
    }

    /** Drops what the sales need. */
    void shop() throws IOException {
        drop("customers.csv", List.of("customer_id,name,city", "C0,Ann,Paris", "C1,Bo,Łódź", "C2,Cy,Paris"), NO_SALES);
        drop(
                "products.csv",
                List.of("product_id,name,category,price", "P0,Pen,Office,2.50", "P1,Lamp,Home,2.50"),
                NO_SALES);
    }

    /** Drops a file of good sales, a row that is rejected and a row that waits for its product. */
    Path good() throws IOException {
        List<String> lines = lines(++files);
        lines.add("R" + files + ",O,C1,P1,2025-02-30,1");
        lines.add("W" + files + ",O,C1,unknown,2025-02-28,1");
        return drop("sales-" + files + ".csv", lines, new Expected(SALES, 2));
    }

    /** Writes a file into the inbox line by line, as a program does that exports slowly. */
    void slowly() throws IOException, InterruptedException {
        List<String> lines = lines(++files);
        String name = "slow-" + files + ".csv";
        expected.put(name, SALES_ONLY);
        try (BufferedWriter out = Files.newBufferedWriter(inbox.resolve(name))) {
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
    void andReplace() throws IOException, InterruptedException {
        List<String> lines = lines(++files);
        String name = "replaced-" + files + ".csv";
        drop(name, lines.subList(0, SALES / 2 + 1), SALES_ONLY);
        pause(Duration.ofMillis(random.nextInt(3_000)));
        drop(name, lines, SALES_ONLY);
    }

    /** Drops the same content under two names at once. */
    void twice() throws IOException {
        List<String> lines = lines(++files);
        drop("sales-" + files + ".csv", lines, SALES_ONLY);
        drop("copy-" + files + ".csv", lines, NO_SALES);
    }

    /** Drops a file of this many good sales. */
    void large(long sales) throws IOException {
        String name = "large-" + ++files + ".csv";
        Path part = part(name);
        try (BufferedWriter out = Files.newBufferedWriter(part)) {
            out.write(HEADER + "\n");
            for (long i = 0; i < sales; i++) {
                out.write(line(files, i) + "\n");
            }
        }
        expected.put(name, new Expected(sales, 0));
        Files.move(part, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Drops many files of one row each, which waits for its product. */
    void tiny(int count) throws IOException {
        files++;
        for (int i = 0; i < count; i++) {
            String row = "T" + files + "-" + i + ",O,C1,unknown,2025-02-28,1";
            drop("tiny-" + files + "-" + i + ".csv", List.of(HEADER, row), new Expected(0, 1));
        }
    }

    /** Gives a file in the inbox another name, unless the service has taken the file already. */
    void rename(Path file) throws IOException {
        String name = "renamed-" + file.getFileName();
        Files.move(file, file.resolveSibling(name));
        Expected rows = expected.remove(file.getFileName().toString());
        if (rows != null) {
            expected.put(name, rows);
        }
    }

    /** Deletes a file in the inbox and expects nothing more of it, unless the service has taken the file already. */
    void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            expected.remove(file.getFileName().toString());
        }
    }

    /** Drops a copy of a file from elsewhere. */
    void copy(Path file) throws IOException {
        String name = file.toString().hashCode() + "-" + file.getFileName();
        expected.put(name, NO_SALES);
        Path part = Files.copy(file, part(name));
        Files.move(part, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path drop(String name, List<String> lines, Expected rows) throws IOException {
        Path part = part(name);
        try {
            Files.write(part, lines);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Path file = inbox.resolve(name);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        expected.put(name, rows);
        return file;
    }

    /** On the disk of the inbox, so that a file comes into the inbox as a whole. */
    private Path part(String name) {
        return inbox.resolve(name + ".part");
    }

    private static List<String> lines(int file) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        IntStream.range(0, SALES).mapToObj(i -> line(file, i)).forEach(lines::add);
        return lines;
    }

    private static String line(int file, long i) {
        return "F" + file + "-" + i + ",O" + i / 3 + ",C" + i % 3 + ",P" + i % 2 + ",2025-"
                + String.format("%02d", i % 12 + 1) + "-15,2";
    }

    private record Expected(long sales, long quarantined) {}
}
