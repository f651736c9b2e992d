package org.salesetl.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salesetl.SalesEtlProperties;
import org.salesetl.text.PlainFile;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** The folder {@code check} in the inbox. People put files there that they want to know about before the files are loaded. */
@Component
public class CheckFolder {

    /** The name of the folder in the inbox. */
    static final String NAME = "check";

    private final DropFolder folder;
    private final LoadOrder order;

    CheckFolder(SalesEtlProperties properties, LoadOrder order, Clock clock) throws IOException {
        this.folder = new DropFolder(
                properties.inbox().toAbsolutePath().normalize().resolve(NAME), properties.settle(), clock);
        this.order = order;
        // left over by a process that died while it took a file apart
        FileSystemUtils.deleteRecursively(path().resolve(Containers.PARTS));
    }

    public Path path() {
        return folder.path();
    }

    /** Whether this file is complete and has no report, or only a report about an earlier version of the file. */
    public boolean isReady(Path file) {
        return isTaken(file) && isUnreported(file) && (folder.isOld(file) || folder.isFromTheFuture(file));
    }

    /** The files to check, in the order in which a run would load them. */
    public List<Path> waiting() throws InterruptedException {
        return order.of(folder.complete(file -> isTaken(file) && isUnreported(file) && FileContents.isLoadable(file)));
    }

    /** The files to check that hold other files. */
    public List<Path> containers() throws InterruptedException {
        return folder.complete(file -> isTaken(file) && isUnreported(file) && FileContents.isContainer(file)).stream()
                .sorted()
                .toList();
    }

    /** The files here that are not checked, by name; the service's own reports are not among them. */
    public List<Untaken> untaken() throws IOException {
        try (Stream<Path> files = Files.list(path())) {
            return Untaken.among(files.filter(file -> !(PlainFile.is(file) && FileNames.isOfReport(file))));
        }
    }

    /** The file with this name, if there is one. */
    public Optional<Path> find(String name) {
        return folder
                .files(file -> isTaken(file) && file.getFileName().toString().equals(name))
                .stream()
                .findFirst();
    }

    /**
     * Puts a file here, in place of an earlier file with the same name.
     *
     * @return its name
     */
    public String put(String name, InputStream content) throws IOException {
        String safe = FileNames.safe(name);
        Files.move(folder.write(content::transferTo), path().resolve(safe), StandardCopyOption.REPLACE_EXISTING);
        return safe;
    }

    /**
     * Puts a copy of the file here, under the name that the file had when it was dropped.
     *
     * @return the name of the copy
     */
    public String copy(Drop drop) throws IOException {
        try (InputStream content = PlainFile.open(drop.path())) {
            return put(drop.name(), content);
        }
    }

    /** Marks the report as a report about the file as it is now: gives the report the file's time. */
    public static void reported(Path file, Path report) throws IOException {
        Files.setLastModifiedTime(report, Files.getLastModifiedTime(file));
    }

    /** Whether there is a report about the file as it is now. */
    public static boolean isReported(Path file) {
        return DropFolder.modified(file).equals(DropFolder.modified(FileNames.reportBeside(file)));
    }

    private static boolean isTaken(Path file) {
        return FileNames.isTaken(file) && !FileNames.isOfReport(file);
    }

    private static boolean isUnreported(Path file) {
        return !isReported(file);
    }
}
