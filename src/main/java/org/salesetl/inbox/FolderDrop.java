package org.salesetl.inbox;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.springframework.util.FileSystemUtils;

/** A folder with the parts of one table that somebody drops. Nobody sees the folder before all parts are there. */
public final class FolderDrop implements Closeable {

    private final Path inbox;
    private final Path part;
    private int count;

    /** @param part the folder under a name that nobody takes */
    FolderDrop(Path inbox, Path part) throws IOException {
        this.inbox = inbox;
        this.part = Files.createDirectory(part);
    }

    /** Writes the next part. Its name in the folder begins with its number, so that no part takes the place of another. */
    public void write(String name, InputStream content) throws IOException {
        Path file = part.resolve("%05d-%s".formatted(count++, FileNames.kept(FileNames.safe(name))));
        Files.copy(content, file);
        Durable.file(file);
    }

    /**
     * Drops the folder.
     *
     * @param completedAt when the parts were written, which is then the time of the file that they make
     * @return its name, with a number if there was something with that name already
     */
    public String drop(String name, Instant completedAt) throws IOException {
        Path mark = Files.createFile(part.resolve(PartFolder.COMPLETE));
        Files.setLastModifiedTime(mark, FileTime.from(completedAt));
        Durable.file(mark);
        Durable.names(part);
        Path target = reserve(name);
        try {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(target);
            throw e;
        }
        Durable.names(inbox);
        return target.getFileName().toString();
    }

    /** An empty folder with a name that nothing has yet. */
    private Path reserve(String name) throws IOException {
        Path wanted = inbox.resolve(FileNames.safe(name));
        Path target = wanted;
        for (int n = 2; ; n++) {
            try {
                return Files.createDirectory(target);
            } catch (FileAlreadyExistsException e) {
                target = FileNames.numbered(wanted, n);
            }
        }
    }

    /** Deletes what has not been dropped. */
    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(part);
    }
}
