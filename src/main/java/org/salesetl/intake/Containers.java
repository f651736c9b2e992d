package org.salesetl.intake;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.springframework.stereotype.Component;

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
     * @return the names of the files that came out
     * @throws RefusedFileException if it holds none, is damaged, or expands out of proportion
     */
    public List<String> unpack(Path claimed) throws IOException {
        String name = claimed.getFileName().toString();
        List<Path> parts = new ArrayList<>();
        Path folder = Files.createTempDirectory(claimed.getParent(), ".parts");
        try {
            if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
                unzip(claimed, folder, parts);
            } else {
                parts.addAll(sheetsThatAreKnown(Workbook.write(claimed, folder)));
            }
            if (parts.isEmpty()) {
                throw new RefusedFileException("Expected at least one sheet or CSV file with rows in " + name
                        + " but found none. Put your files in and drop it again.");
            }
            List<String> names = new ArrayList<>();
            for (Path part : parts) {
                Files.move(part, inbox.claimedFolder().resolve(part.getFileName()));
                names.add(part.getFileName().toString());
            }
            return names;
        } catch (ZipException | ExcelReaderException e) {
            throw RefusedFileException.damaged(e);
        } finally {
            deleteAll(folder);
        }
    }

    private static void unzip(Path zip, Path folder, List<Path> parts) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            InputStream bounded = new BoundedExpansion(entries, Files.size(zip));
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                String inner = entry.getName().replaceAll("^.*[/\\\\]", "");
                if (!entry.isDirectory() && inner.matches(Inbox.DROP_NAME)) {
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
        String safe = inner.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_");
        return stem + "." + (number == 0 ? "" : number + 1 + ".") + safe;
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
