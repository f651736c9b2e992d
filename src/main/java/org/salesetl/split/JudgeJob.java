package org.salesetl.split;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The work of judging the sales of a file, for machines that share nothing with the service but the two folders.
 *
 * @param file where the file is; every machine has to reach it there
 * @param textStart how many bytes of the file come before its text: those of byte-order marks
 * @param shares where the shares of all rows in the amounts of their orders are; null if nothing is spread
 * @param delimiter the character between cells
 * @param today the day on which the rows are judged
 * @param ranges the ranges of the file
 * @param results the folder for the verdicts; every machine has to reach it there
 */
public record JudgeJob(
        URI file,
        long textStart,
        @Nullable URI shares,
        char delimiter,
        LocalDate today,
        List<FileRange> ranges,
        URI results)
        implements Serializable {

    /** The setting of Spark that names the folder for the exchange with the cluster. Spark takes no settings of other names than its own. */
    public static final String FOLDER = "spark.salesetl.folder";

    private static final long serialVersionUID = 1;

    /** A task writes its verdicts under another name first. */
    private static final Pattern COMPLETE = Pattern.compile("(keys|range)-\\d{7}");

    public JudgeJob {
        ranges = List.copyOf(ranges);
    }

    /** The job as all machines have to know it. */
    public JudgeJob withoutRanges() {
        return new JudgeJob(file, textStart, shares, delimiter, today, List.of(), results);
    }

    /** The same job with copies of its files, and with a folder for the verdicts that is beside them. */
    public JudgeJob at(URI copy, @Nullable URI copyOfShares, URI folder) {
        return new JudgeJob(copy, textStart, copyOfShares, delimiter, today, ranges, folder);
    }

    /** The name of the empty file that says that the keys of a range have been read, in the folder of the results. */
    public static String keysName(int range) {
        return "keys-%07d".formatted(range);
    }

    /** The name of the file with the verdicts on a range, in the folder of the results. */
    public static String resultName(int range) {
        return "range-%07d".formatted(range);
    }

    /** Whether a file in the folder of the results says that one of the two steps of a range is complete. */
    public static boolean isComplete(String name) {
        return COMPLETE.matcher(name).matches();
    }

    public void writeTo(OutputStream target) throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(target)) {
            out.writeObject(this);
        }
    }

    /** Reads what {@link #writeTo} has written. The stream has to come from the service itself. */
    public static JudgeJob readFrom(InputStream source) throws IOException {
        try (ObjectInputStream in = OurObjects.reading(source)) {
            return (JudgeJob) in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException("The job was written by another version of the service", e);
        }
    }
}
