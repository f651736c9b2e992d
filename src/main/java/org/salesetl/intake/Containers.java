package org.salesetl.intake;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Takes apart what holds several sheets: each becomes a file of its own among those that are claimed, named after both, and is
 * loaded, kept in the archive and traced like every other. If that is interrupted it starts again; what has been loaded by then is
 * known by its content.
 */
@Component
public class Containers {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Inbox inbox;
    private final HeaderSniffer sniffer;

    Containers(Inbox inbox, HeaderSniffer sniffer) {
        this.inbox = inbox;
        this.sniffer = sniffer;
    }

    /**
     * Takes a claimed file apart.
     *
     * @return the names of the files that came out, each claimed like the one that held it
     * @throws RefusedFileException if it holds none, is damaged, or expands out of proportion
     */
    public List<String> unpack(Path claimed) throws IOException {
        return unpack(claimed, part -> inbox.claimedFolder().resolve(part.getFileName()));
    }

    /**
     * Takes a file apart that is only to be checked.
     *
     * @return the names of the files that came out, which are beside it and as old
     * @throws RefusedFileException if it holds none, is damaged, or expands out of proportion
     */
    public List<String> unpackBeside(Path container) throws IOException {
        FileTime modified = Files.getLastModifiedTime(container);
        return unpack(container, part -> {
            Files.setLastModifiedTime(part, modified);
            return container.resolveSibling(part.getFileName());
        });
    }

    private List<String> unpack(Path container, Destination destination) throws IOException {
        String name = container.getFileName().toString();
        List<Path> parts = new ArrayList<>();
        Path folder = container.resolveSibling(".parts");
        // of somebody who was interrupted
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectory(folder);
        try {
            if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
                unzip(container, folder, parts);
            } else {
                parts.addAll(sheetsThatAreKnown(Workbook.write(container, folder)));
            }
            if (parts.isEmpty()) {
                throw new RefusedFileException("Expected at least one sheet or CSV file with rows in " + name
                        + " but found none. Put your files in and drop it again.");
            }
            List<String> names = new ArrayList<>();
            for (Path part : parts) {
                Files.move(part, destination.of(part), StandardCopyOption.REPLACE_EXISTING);
                names.add(part.getFileName().toString());
            }
            return names;
        } catch (ZipException | ExcelReaderException e) {
            throw RefusedFileException.damaged(e);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void unzip(Path zip, Path folder, List<Path> parts) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            InputStream bounded = new BoundedExpansion(entries, Files.size(zip));
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                String inner = entry.getName().replaceAll("^.*[/\\\\]", "");
                if (!entry.isDirectory() && FileNames.isDrop(Path.of(FileNames.safe(inner)))) {
                    Path part = folder.resolve(partName(zip, parts.size(), inner));
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER_BYTES)) {
                        bounded.transferTo(out);
                    }
                    parts.add(part);
                }
            }
        }
    }

    /** A workbook also holds notes and pivot tables: those count only where there is nothing else, to be told what is missing. */
    private List<Path> sheetsThatAreKnown(List<Path> sheets) {
        List<Path> known =
                sheets.stream().filter(sheet -> sniffer.kind(sheet).isPresent()).toList();
        return known.isEmpty() ? sheets.subList(0, Math.min(1, sheets.size())) : known;
    }

    /** {@code shop.sales.csv} for {@code sales.csv} in {@code shop.zip}; a second one of that name has its number in front. */
    static String partName(Path container, int number, String inner) {
        String stem = FileNames.stem(container.getFileName().toString());
        return stem + "." + (number == 0 ? "" : number + 1 + ".") + FileNames.safe(inner);
    }

    /** Where a file goes that came out of another. */
    private interface Destination {
        Path of(Path part) throws IOException;
    }
}
