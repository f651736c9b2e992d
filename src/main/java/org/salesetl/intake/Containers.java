package org.salesetl.intake;

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
            return placeBeside(container, part);
        });
    }

    /** In place of an earlier part of that name, which has a report; nobody else's file is replaced. */
    private static Path placeBeside(Path container, Path part) {
        Path target = container.resolveSibling(part.getFileName());
        for (int n = 2; Files.exists(target) && !Files.exists(FileNames.reportBeside(target)); n++) {
            target = FileNames.numbered(container.resolveSibling(part.getFileName()), n);
        }
        return target;
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
                Path target = destination.of(part);
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
                names.add(target.getFileName().toString());
            }
            return names;
        } catch (ZipException | EOFException | ExcelReaderException e) {
            throw RefusedFileException.damaged(e);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void unzip(Path zip, Path folder, List<Path> parts) throws IOException {
        try {
            unzip(zip, UTF_8, folder, parts);
        } catch (ZipException e) {
            // names that are not in UTF-8, as older programs write them; or damaged, which shows again
            parts.clear();
            unzip(zip, Charset.forName("IBM850"), folder, parts);
        }
    }

    private static void unzip(Path zip, Charset names, Path folder, List<Path> parts) throws IOException {
        requireComplete(zip, names);
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip), names)) {
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

    /** What comes first in a file that was cut off can still be read, and looks like all there was: its directory is at the end. */
    private static void requireComplete(Path zip, Charset names) throws IOException {
        new ZipFile(zip.toFile(), names).close();
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
        return FileNames.shortened(stem + "." + (number == 0 ? "" : number + 1 + ".") + FileNames.safe(inner));
    }

    /** Where a file goes that came out of another. */
    private interface Destination {
        Path of(Path part) throws IOException;
    }
}
