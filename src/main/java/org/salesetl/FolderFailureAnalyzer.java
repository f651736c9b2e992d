package org.salesetl;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Tells the person who starts the service which of its folders cannot be used, and why. */
class FolderFailureAnalyzer extends AbstractFailureAnalyzer<FileSystemException> {

    private static final Map<String, String> FOLDERS =
            new TreeMap<>(Map.of("sales-etl.inbox", "inbox", "sales-etl.archive", "archive", "sales-etl.data", "data"));

    private final Environment environment;

    FolderFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, FileSystemException cause) {
        if (cause.getFile() == null) {
            return null;
        }
        Path file = Path.of(cause.getFile()).toAbsolutePath().normalize();
        for (Map.Entry<String, String> folder : FOLDERS.entrySet()) {
            Path path = Path.of(environment.getProperty(folder.getKey(), folder.getValue()))
                    .toAbsolutePath()
                    .normalize();
            // the folder itself, something in it, or a folder above it
            if (file.startsWith(path) || path.startsWith(file)) {
                return new FailureAnalysis(
                        "The folder " + path + " cannot be used: " + reason(cause, file) + ".",
                        "Let the user who runs the service write there, or name another folder in " + folder.getKey()
                                + ".",
                        cause);
            }
        }
        return null;
    }

    private static String reason(FileSystemException cause, Path file) {
        if (cause instanceof FileAlreadyExistsException) {
            return file + " is a file";
        }
        if (cause instanceof AccessDeniedException) {
            return "the user " + System.getProperty("user.name") + " may not write to " + file;
        }
        return file + (cause.getReason() == null ? " cannot be made" : ": " + cause.getReason());
    }
}
