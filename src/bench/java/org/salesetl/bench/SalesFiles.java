package org.salesetl.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files of sales made from others, line by line. */
final class SalesFiles {

    private static final int EVERY = 100;

    /** A row that nothing is wrong with, as far as its shape tells. */
    private static final Pattern GOOD_ROW =
            Pattern.compile("([ST][^,\"]+,[^,\"]+,[^,\"]+,[^,\"]+,\\d{4}-\\d\\d-\\d\\d,)(\\d)(\\d?,[^,\"]*)");

    private SalesFiles() {}

    /**
     * The same sales under sale and order ids that no other file has: S1 and O1 become T and Q with another number each.
     *
     * @param most how many sales at most are taken
     * @param number the new number for an old one
     */
    static void renumber(Path source, Path target, long most, LongFunction<String> number) throws IOException {
        long left = most;
        try (BufferedReader in = Files.newBufferedReader(source);
                BufferedWriter out = Files.newBufferedWriter(target)) {
            for (String line = in.readLine(); line != null && left > 0; line = in.readLine()) {
                int comma = line.indexOf(",O");
                if (line.startsWith("S") && comma == line.indexOf(',')) {
                    int end = line.indexOf(',', comma + 2);
                    out.write("T" + number.apply(Long.parseLong(line, 1, comma, 10)) + ",Q"
                            + number.apply(Long.parseLong(line, comma + 2, end, 10)) + line.substring(end));
                    left--;
                } else {
                    out.write(line);
                }
                out.write('\n');
            }
        }
    }

    /**
     * A copy in which one row in a hundred has another quantity; bad rows stay as they are.
     *
     * @return how many rows were changed
     */
    static int correct(Path source, Path target) throws IOException {
        int changed = 0;
        int due = 0;
        try (BufferedReader in = Files.newBufferedReader(source);
                BufferedWriter out = Files.newBufferedWriter(target)) {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                due += number++ % EVERY == EVERY / 2 ? 1 : 0;
                Matcher good = GOOD_ROW.matcher(line);
                // the generator's only bad dates
                if (due > 0 && !line.contains("-02-30") && good.matches()) {
                    line = good.group(1) + (good.group(2).equals("1") ? "2" : "1") + good.group(3);
                    due--;
                    changed++;
                }
                out.write(line);
                out.write('\n');
            }
        }
        return changed;
    }

    /** The same rows in many files of so many each, every one with the header. */
    static List<Path> cut(Path source, Path folder, int rowsEach) throws IOException {
        List<Path> files = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(source)) {
            String header = in.readLine();
            StringBuilder rows = new StringBuilder();
            int count = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                rows.append(line).append('\n');
                if (++count % rowsEach == 0) {
                    Path file = folder.resolve(String.format(Locale.ROOT, "sales-%06d.csv", files.size()));
                    files.add(Files.writeString(file, header + "\n" + rows));
                    rows.setLength(0);
                }
            }
        }
        return files;
    }
}
