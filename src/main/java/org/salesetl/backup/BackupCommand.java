package org.salesetl.backup;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.salesetl.CommandSettings;
import org.salesetl.RefusedStartException;
import org.salesetl.SalesEtlProperties;
import org.salesetl.rollup.FillRollups;
import org.salesetl.work.WorkFolder;
import org.springframework.core.NestedExceptionUtils;

/** What backup and restore have in common: the file that they are about, what they say, and how they fail. */
final class BackupCommand {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final String ZIP = ".zip";

    private final List<String> files;

    private BackupCommand(List<String> files) {
        this.files = files;
    }

    /** What a command does. */
    interface Work {
        void go(BackupCommand command, CommandSettings settings) throws IOException, SQLException;
    }

    /** Does the work with what stands behind the word of the command: a file, and options of the service. The exit code. */
    static int run(String[] arguments, Work work) {
        Map<Boolean, List<String>> parts =
                Arrays.stream(arguments).collect(Collectors.partitioningBy(argument -> argument.startsWith("-")));
        List<String> files = parts.getOrDefault(false, List.of());
        if (files.size() > 1) {
            System.err.println("Expected one file but found " + files);
            return WRONG_USE;
        }
        try {
            work.go(
                    new BackupCommand(files),
                    CommandSettings.read(parts.getOrDefault(true, List.of()).toArray(new String[0])));
            return 0;
        } catch (IOException | SQLException | RuntimeException e) {
            System.err.println(words(e));
            return FAILED;
        }
    }

    private static String words(Exception failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return failure instanceof BackupException || failure instanceof RefusedStartException
                ? String.valueOf(failure.getMessage())
                : "It failed, and nothing is complete: " + requireNonNullElse(cause.getMessage(), cause.toString());
    }

    /**
     * The file that is named; one of this name in the folder that is named, or in the working folder if nothing is.
     *
     * @throws BackupException if there is no such folder: it may be a disk that is not mounted
     */
    Path fileOrIn(String name) {
        Path named = Path.of(files.isEmpty() ? "" : files.get(0)).toAbsolutePath();
        if (Files.isDirectory(named)) {
            return named.resolve(name);
        }
        if (!named.toString().endsWith(ZIP)) {
            throw new BackupException("Expected a folder that exists, or a file whose name ends with " + ZIP
                    + ", but found " + named + ", which is neither.");
        }
        Path folder = requireNonNull(named.getParent());
        if (!Files.isDirectory(folder)) {
            throw new BackupException("Expected the folder " + folder + " to exist, but found none.");
        }
        return named;
    }

    /** The file that is named. */
    Path file() {
        if (files.isEmpty()) {
            throw new BackupException("Expected the file of a backup behind the word, but found none.");
        }
        return Path.of(files.get(0)).toAbsolutePath();
    }

    /** The migration that is no SQL file. */
    FillRollups migrations(SalesEtlProperties properties) {
        return new FillRollups(WorkFolder.at(properties.work()));
    }

    void say(String words) {
        System.out.println(words);
    }
}
