package org.salesetl.archive;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.salesetl.SalesEtlProperties;
import org.salesetl.inbox.FileNames;
import org.springframework.stereotype.Component;

/** The archive folder. The methods return paths that start at this folder and have {@code /} between their parts. */
@Component
public class Archive {

    /** The subfolder for the files of a day. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    private static final Pattern PART_OF_DAY = Pattern.compile("\\d{2}(\\d{2})?");

    /** Room for the files that are written beside a file. */
    private static final long SPARE_BYTES = 1L << 20;

    private final Path folder;
    private final Clock clock;

    Archive(SalesEtlProperties properties, Clock clock) throws IOException {
        this.folder = properties.archive().toAbsolutePath().normalize();
        this.clock = clock;
        Access.folder(folder);
    }

    /** The place of an archived file. */
    public Path resolve(String archivedAs) {
        return folder.resolve(archivedAs);
    }

    /** Whether the disk of the archive has room for a file that is somewhere else now. */
    public boolean hasRoomFor(Path file) throws IOException {
        FileStore disk = Files.getFileStore(folder);
        long needed = disk.equals(Files.getFileStore(file)) ? 0 : Files.size(file);
        return disk.getUsableSpace() > needed + SPARE_BYTES;
    }

    /** Moves a loaded file into the folder of today. */
    public String keepLoaded(Path file) throws IOException {
        return move(file, LocalDate.now(clock).format(DAY));
    }

    /** Moves a file whose content is known already to a separate folder: a reload must not load it again. */
    public String keepRepeated(Path file) throws IOException {
        return move(file, "already-loaded");
    }

    /** Moves a refused file, and writes the reason beside it. */
    public String keepRefused(Path file, String reason) throws IOException {
        return moveWithReason(file, "refused", reason);
    }

    /** Moves a file that was taken apart; its parts are kept as files of their own. */
    public String keepUnpacked(Path file) throws IOException {
        return move(file, "unpacked");
    }

    /** Sets a file aside that waits for an answer. */
    public String keepHeld(Path file) throws IOException {
        return move(file, "held");
    }

    /**
     * Moves a file that could not be loaded because of a fault in the service or its surroundings, and writes what is known
     * beside it.
     */
    public String keepFailed(Path file, String reason) throws IOException {
        return moveWithReason(
                file,
                "failed",
                "This file could not be loaded, and nothing of it was kept. Show the text below to the person who runs"
                        + " the service, and drop the file again when the problem is solved.\n\n" + reason);
    }

    /** Moves a file that was not loaded for a reason that everybody understands, and writes the reason beside it. */
    public String setAside(Path file, String reason) throws IOException {
        return moveWithReason(file, "failed", reason);
    }

    /**
     * Deletes a file, and the rejects beside it; does nothing if the file is gone. The folder of its day goes with its last file.
     *
     * @throws IOException if the file cannot be deleted, or is none of the archive
     */
    public void delete(String archivedAs) throws IOException {
        Path file = folder.resolve(archivedAs).normalize();
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new IOException("Expected a file in the archive but found " + archivedAs);
        }
        Files.deleteIfExists(file);
        Files.deleteIfExists(FileNames.rejectsBeside(file));
        Path day = file.getParent();
        while (day != null && PART_OF_DAY.matcher(day.getFileName().toString()).matches() && !day.equals(folder)) {
            try {
                Files.deleteIfExists(day);
            } catch (DirectoryNotEmptyException e) {
                return; // other files of the same time are there still
            }
            day = day.getParent();
        }
    }

    private String moveWithReason(Path file, String subfolder, String reason) throws IOException {
        String archivedAs = move(file, subfolder);
        Path beside = resolve(archivedAs + ".reason.txt");
        Files.writeString(beside, reason + System.lineSeparator());
        Access.file(beside);
        return archivedAs;
    }

    private String move(Path file, String subfolder) throws IOException {
        Path target = reserve(Access.folder(folder.resolve(subfolder))
                .resolve(FileNames.kept(file.getFileName().toString())));
        try {
            moveOnto(target, file);
            Access.file(target);
        } catch (IOException e) {
            Files.delete(target);
            throw e;
        }
        return folder.relativize(target).toString().replace('\\', '/');
    }

    private static void moveOnto(Path target, Path file) throws IOException {
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            // the file is on another file system: nobody may ever see half a file under its real name
            Path part = target.resolveSibling("." + target.getFileName() + ".part");
            try {
                Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                // a full disk leaves an incomplete file
                Files.deleteIfExists(part);
            }
            Files.delete(file);
        }
    }

    /** Reserves a name that no file has yet. Names of rejects stay free for the rejects that are written beside loaded files. */
    private static Path reserve(Path wanted) throws IOException {
        Path target = wanted;
        for (int n = 2; ; n++) {
            if (!FileNames.isOfRejects(target) && !Files.exists(FileNames.rejectsBeside(target))) {
                try {
                    return Files.createFile(target);
                } catch (FileAlreadyExistsException e) {
                    // the name is taken: try the next number
                }
            }
            target = FileNames.numbered(wanted, n);
        }
    }
}
