package org.salesetl.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a service uses at a moment.
 *
 * @param heap the bytes that live on the heap, after a collection
 * @param memory the bytes of the process that are in memory
 * @param threads the threads of the process
 * @param files the open files and sockets of the process
 * @param connections the connections to the database
 * @param disk the bytes in the data folder
 */
record Usage(long heap, long memory, long threads, long files, long connections, long disk) {

    private static final Pattern HEAP = Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\".*} (\\S+)$");
    private static final Pattern MEMORY = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");
    private static final Pattern THREADS = Pattern.compile("(?m)^Threads:\\s+(\\d+)$");

    /** What this service uses now. */
    static Usage of(ServiceProcess service, DatabaseProcess database, Path data)
            throws IOException, InterruptedException, SQLException {
        service.collectGarbage();
        Path process = Path.of("/proc", String.valueOf(service.pid()));
        String status = Files.readString(process.resolve("status"));
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            return new Usage(
                    sum(
                            HEAP,
                            service.sendAsAdmin(service.request("/actuator/prometheus"))
                                    .body()),
                    sum(MEMORY, status) * 1024,
                    sum(THREADS, status),
                    open.count(),
                    database.number("SELECT COUNT(*) FROM information_schema.processlist WHERE user = '"
                            + DatabaseProcess.USER + "'"),
                    size(data));
        }
    }

    /** The middle one of these numbers of some usages. */
    static long median(List<Usage> usages, ToLongFunction<Usage> number) {
        return usages.stream()
                .sorted(Comparator.comparingLong(number))
                .skip(usages.size() / 2)
                .mapToLong(number)
                .findFirst()
                .orElseThrow();
    }

    private static long sum(Pattern number, String text) {
        return number.matcher(text)
                .results()
                .map((MatchResult result) -> Double.valueOf(result.group(1)))
                .mapToLong(Double::longValue)
                .sum();
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (UncheckedIOException e) {
            return 0; // a work file went away meanwhile
        }
    }
}
