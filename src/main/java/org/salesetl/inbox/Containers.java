package org.salesetl.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.salesetl.SalesEtlProperties;
import org.salesetl.layout.HeaderSniffer;
import org.salesetl.text.BoundedExpansion;
import org.salesetl.text.PlainFile;
import org.salesetl.text.RefusedFileException;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Takes apart files that hold several sheets. Each sheet becomes a claimed file of its own, named after both, which is loaded,
 * kept in the archive and traced like every other file. If this is interrupted, it starts again; the parts that have been loaded
 * by then are recognised by their content.
 */
@Component
public class Containers {

    /** The folder beside a file in which the parts of the file are made. */
    static final String PARTS = ".parts";

    private static final int BUFFER_BYTES = 1 << 16;

    private final Inbox inbox;
    private final HeaderSniffer sniffer;
    private final int mostEntries;

    Containers(Inbox inbox, HeaderSniffer sniffer, SalesEtlProperties properties) {
        this.inbox = inbox;
        this.sniffer = sniffer;
        this.mostEntries = properties.unpack().mostEntries();
    }

    /**
     * Takes a claimed file apart.
     *
     * @return the files that came out, each of them claimed too
     * @throws RefusedFileException if the file holds no part or too many, is damaged, or expands out of proportion
     */
    public Contents unpack(Path claimed) throws IOException {
        return unpack(claimed, part -> inbox.claimedFolder().resolve(part.getFileName()));
    }

    /**
     * Takes a file apart that is only to be checked.
     *
     * @return the files that came out; they are beside the file and have its time
     * @throws RefusedFileException if the file holds no part or too many, is damaged, or expands out of proportion
     */
    public Contents unpackBeside(Path container) throws IOException {
        FileTime modified = Files.getLastModifiedTime(container);
        return unpack(container, part -> {
            Files.setLastModifiedTime(part, modified);
            return placeBeside(container, part);
        });
    }

    /**
     * The place of the part: that of an earlier part with the same name, which has a report. No file of another person is
     * replaced.
     */
    private static Path placeBeside(Path container, Path part) {
        Path target = container.resolveSibling(part.getFileName());
        for (int n = 2; Files.exists(target) && !Files.exists(FileNames.reportBeside(target)); n++) {
            target = FileNames.numbered(container.resolveSibling(part.getFileName()), n);
        }
        return target;
    }

    private Contents unpack(Path container, Destination destination) throws IOException {
        PlainFile.require(container);
        String name = container.getFileName().toString();
        List<Path> parts = new ArrayList<>();
        List<String> notTaken = new ArrayList<>();
        Path folder = container.resolveSibling(PARTS);
        // left over by a process that was interrupted
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectory(folder);
        try {
            if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
                unzip(container, folder, parts, notTaken);
            } else {
                parts.addAll(sheetsThatAreKnown(Workbook.write(container, folder, mostEntries)));
            }
            if (parts.isEmpty()) {
                throw new RefusedFileException("Expected at least one sheet or CSV file with rows in " + name
                        + " but found none. Put your files in and drop it again.");
            }
            return new Contents(moveAll(parts, destination), notTaken);
        } catch (ZipException | EOFException | ExcelReaderException e) {
            throw RefusedFileException.damaged(e);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Moves every part to its destination, or none: an incomplete set of parts would load only half of the file. */
    private List<String> moveAll(List<Path> parts, Destination destination) throws IOException {
        List<Path> moved = new ArrayList<>();
        Path target = null;
        try {
            for (Path part : parts) {
                target = destination.of(part);
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
                moved.add(target);
            }
        } catch (IOException e) {
            for (Path undone : moved) {
                Files.deleteIfExists(undone);
                inbox.forget(undone);
            }
            if (target != null) {
                inbox.forget(target);
            }
            throw e;
        }
        return moved.stream().map(part -> part.getFileName().toString()).toList();
    }

    private void unzip(Path zip, Path folder, List<Path> parts, List<String> notTaken) throws IOException {
        try {
            unzip(zip, UTF_8, folder, parts, notTaken);
        } catch (ZipException e) {
            // the names are not in UTF-8, as older programs write them; or the file is damaged, and then this fails
            // again
            parts.clear();
            notTaken.clear();
            unzip(zip, Charset.forName("IBM850"), folder, parts, notTaken);
        }
    }

    private void unzip(Path zip, Charset charset, Path folder, List<Path> parts, List<String> notTaken)
            throws IOException {
        PartNames names = new PartNames(zip, mostEntries);
        names.requireAtMost(entries(zip, charset));
        try (ZipInputStream entries = new ZipInputStream(PlainFile.open(zip), charset)) {
            InputStream bounded = new BoundedExpansion(Files.size(zip)).of(entries);
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                String inner = innermost(entry.getName());
                if (!entry.isDirectory() && FileNames.isPart(inner)) {
                    // The numbers start with the second part. The order means nothing, but earlier versions gave the
                    // same names.
                    Path part = folder.resolve(names.next((parts.isEmpty() ? "" : parts.size() + 1 + ".") + inner));
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER_BYTES)) {
                        bounded.transferTo(out);
                    }
                    parts.add(part);
                } else if (!entry.isDirectory() && !inner.startsWith(".")) {
                    names.requireAtMost(parts.size() + notTaken.size() + 1);
                    notTaken.add(entry.getName());
                }
            }
        }
    }

    /** The name without the folders before it, with slashes or backslashes. */
    private static String innermost(String entryName) {
        return entryName.substring(Math.max(entryName.lastIndexOf('/'), entryName.lastIndexOf('\\')) + 1);
    }

    /**
     * How many entries there are, by the directory at the end of the file. A file that was cut off can still be read from its
     * start, and looks as if it were whole.
     */
    private static int entries(Path zip, Charset names) throws IOException {
        try (ZipFile directory = new ZipFile(zip.toFile(), names)) {
            return directory.size();
        }
    }

    /**
     * A workbook also holds notes and pivot tables. One of these counts only if no other sheet is known: its refusal then says
     * what is missing.
     */
    private List<Path> sheetsThatAreKnown(List<Path> sheets) {
        List<Path> known =
                sheets.stream().filter(sheet -> sniffer.kind(sheet).isPresent()).toList();
        return known.isEmpty() ? sheets.subList(0, Math.min(1, sheets.size())) : known;
    }

    /** Where to put a part that came out of a file. */
    private interface Destination {
        Path of(Path part) throws IOException;
    }
}
