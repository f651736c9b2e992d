package org.salesetl.inbox;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.salesetl.text.DropStream;
import org.salesetl.text.FileFormat;
import org.salesetl.text.PlainFile;
import org.salesetl.text.RefusedFileException;

/**
 * A folder with the parts of one table, as programs write it that work on several machines at once. Such a program writes an empty
 * file {@code _SUCCESS} when all parts are there.
 */
final class PartFolder {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LONGEST_HEADER = 1 << 20;

    /** A quote opens where a cell starts, and goes on after a quote that stands for one; in other places, it is an inch. */
    private static final String BEFORE_QUOTES = ",;\t|\"";

    private final Path folder;
    private final int mostParts;

    /** @param mostParts how many parts the folder may have */
    PartFolder(Path folder, int mostParts) {
        this.folder = folder;
        this.mostParts = mostParts;
    }

    /** Whether this is a folder whose parts are all there. */
    static boolean is(Path folder) {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && PlainFile.is(folder.resolve(FolderDrop.MARK));
    }

    /** When the last part was written. */
    Instant completedAt() throws IOException {
        return Files.getLastModifiedTime(folder.resolve(FolderDrop.MARK)).toInstant();
    }

    /** The name of the file that the parts make. */
    String joinedName() {
        return FileNames.isOfTable(name()) ? name() : name() + ".csv";
    }

    /**
     * Writes the rows of all parts, in the order of the names of the parts. The header comes once, whether each part has it or only the
     * first one.
     *
     * @param beforeEach what to do before each part
     * @throws RefusedFileException if the parts do not make one table of text
     */
    void join(OutputStream target, Runnable beforeEach) throws IOException {
        List<Path> parts = parts();
        byte[] header = firstRecord(parts.get(0));
        boolean repeated = repeatsHeader(parts, header);
        try (OutputStream out = new BufferedOutputStream(target, BUFFER_BYTES)) {
            for (Path part : parts) {
                beforeEach.run();
                try (InputStream in = DropStream.bytes(part)) {
                    if (repeated && !part.equals(parts.get(0))) {
                        in.skipNBytes(header.length);
                    }
                    endLine(transfer(in, out), out);
                }
            }
        }
    }

    /** The parts that hold something. Names that begin with a dot or an underscore are those of checksums and marks. */
    private List<Path> parts() throws IOException {
        List<Path> parts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(".") || name.startsWith("_")) {
                    continue;
                }
                if (!PlainFile.is(file)) {
                    throw refused("Expected only files in the folder " + name() + " but found " + name + ".");
                }
                if (!FileFormat.of(file).isTable()) {
                    throw refused("Expected only tables of text in the folder " + name() + " but found " + name + ".");
                }
                if (firstRecord(file).length > 0) {
                    parts.add(file);
                }
                if (parts.size() > mostParts) {
                    throw refused(
                            "Expected at most " + mostParts + " parts in the folder " + name() + " but found more.");
                }
            }
        }
        if (parts.isEmpty()) {
            throw refused("Expected at least one part with rows in the folder " + name() + " but found none.");
        }
        return parts;
    }

    /** Whether each part begins with the header. */
    private boolean repeatsHeader(List<Path> parts, byte[] header) throws IOException {
        if (FileFormat.of(parts.get(0)) == FileFormat.JSON_LINES) {
            return false;
        }
        int same = 0;
        for (Path part : parts) {
            same += Arrays.equals(firstRecord(part), header) ? 1 : 0;
        }
        if (same != 1 && same != parts.size()) {
            throw refused("Expected the header in each part of the folder " + name()
                    + ", or in the first part only, but found it in " + same + " of them.");
        }
        return same == parts.size();
    }

    /** The first record with its line end: a line end in quotes ends no record. */
    private byte[] firstRecord(Path part) throws IOException {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        boolean quoted = false;
        boolean mayOpen = true;
        try (InputStream in = new BufferedInputStream(DropStream.bytes(part))) {
            for (int b = in.read(); b >= 0 && record.size() < LONGEST_HEADER; b = in.read()) {
                record.write(b);
                if (b == 0) {
                    throw refused("Expected text without zero bytes in the folder " + name() + " but found one in "
                            + part.getFileName() + ".");
                }
                if (b == '"') {
                    quoted = !quoted && mayOpen;
                }
                if (b == '\n' && !quoted) {
                    break;
                }
                mayOpen = BEFORE_QUOTES.indexOf(b) >= 0;
            }
        }
        return record.toByteArray();
    }

    /** Copies the bytes; the last of them, or a line end if there is none. */
    private static int transfer(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        int last = '\n';
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            last = read == 0 ? last : buffer[read - 1];
        }
        return last;
    }

    private static void endLine(int last, OutputStream out) throws IOException {
        if (last != '\n') {
            out.write('\n');
        }
    }

    private String name() {
        return folder.getFileName().toString();
    }

    private static RefusedFileException refused(String problem) {
        return new RefusedFileException(problem + " Move its files right into the inbox, each by itself.");
    }
}
