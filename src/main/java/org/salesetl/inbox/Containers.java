package org.salesetl.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salesetl.SalesEtlProperties;
import org.salesetl.json.JsonTables;
import org.salesetl.layout.GuessedHeader;
import org.salesetl.layout.HeaderSniffer;
import org.salesetl.text.FileFormat;
import org.salesetl.text.PlainFile;
import org.salesetl.text.RefusedFileException;
import org.salesetl.text.Text;
import org.salesetl.workbook.Sheet;
import org.salesetl.workbook.Workbooks;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Takes apart files that hold several tables: workbooks, web pages, documents of JSON and ZIP files. Each sheet becomes a claimed file of its own, named after both, which is loaded,
 * kept in the archive and traced like every other file. If this is interrupted, it starts again; the parts that have been loaded
 * by then are recognised by their content.
 */
@Component
public class Containers {

    /** The folder beside a file in which the parts of the file are made. */
    static final String PARTS = ".parts";

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
        Path folder = container.resolveSibling(PARTS);
        // left over by a process that was interrupted
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectory(folder);
        try {
            FileFormat format = FileFormat.of(container);
            format.requireReadable();
            Parts parts = parts(container, format, folder);
            return new Contents(moveAll(parts.files(), destination), parts.notTaken(), parts.why());
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private Parts parts(Path container, FileFormat format, Path folder) throws IOException {
        return switch (format) {
            case JSON, JSON_LINES ->
                new JsonContents(JsonTables.of(container), folder, sniffer, new PartNames(container, mostEntries))
                        .take();
            case ZIP ->
                Workbooks.isWorkbook(container)
                        ? sheets(container, format, folder)
                        : new ZipContents(container, folder, sniffer, mostEntries).take();
            default -> sheets(container, format, folder);
        };
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

    /** A workbook also holds notes and pivot tables: sheets that are of no kind stay in it, and are named. */
    private Parts sheets(Path workbook, FileFormat format, Path folder) throws IOException {
        PartNames names = new PartNames(workbook, mostEntries);
        List<Sheet> sheets = Workbooks.write(workbook, format, folder, sheet -> names.next(sheet + ".csv"));
        List<Path> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Sheet sheet : sheets) {
            if (sniffer.kind(sheet.file()).isPresent() && FileContents.isLoadable(sheet.file())) {
                known.add(sheet.file());
            } else {
                unknown.add(sheet.name());
            }
        }
        if (known.isEmpty()) {
            List<Sheet> likeliest = likeliest(sheets);
            if (likeliest.isEmpty()) {
                throw nothingKnown(workbook, sheets);
            }
            for (Sheet sheet : likeliest) {
                unknown.remove(sheet.name());
                known.add(sheet.file());
            }
        }
        return new Parts(known, unknown, "They have no header of customers, products or sales");
    }

    /**
     * Of sheets that no mapping knows, the one that looks most like a table of ours, and those with the same header, such as one for each
     * month: somebody is asked what its columns mean.
     */
    private List<Sheet> likeliest(List<Sheet> sheets) {
        Map<Sheet, GuessedHeader> headers = new LinkedHashMap<>();
        sheets.forEach(sheet -> sniffer.guess(sheet.file()).ifPresent(header -> headers.put(sheet, header)));
        Optional<GuessedHeader> most =
                headers.values().stream().reduce((one, other) -> other.guessed() > one.guessed() ? other : one);
        return headers.entrySet().stream()
                .filter(header -> most.isPresent()
                        && header.getValue().cells().equals(most.get().cells()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Says what is in the first sheet that looks like a table: a sheet of notes has one column. */
    private RefusedFileException nothingKnown(Path workbook, List<Sheet> sheets) {
        return sheets.stream()
                .max(Comparator.comparing(sheet -> sheet.columns() > 1))
                .flatMap(sheet -> sniffer.refusal(sheet.file())
                        .map(refusal ->
                                new RefusedFileException("No sheet here is of customers, products or sales. Sheet \""
                                        + Text.visible(sheet.name()) + "\": " + refusal.getMessage())))
                .orElseGet(() -> new RefusedFileException("Expected at least one sheet or table with rows in "
                        + workbook.getFileName() + " but found none. Put your rows in and drop it again."));
    }

    /** Where to put a part that came out of a file. */
    private interface Destination {
        Path of(Path part) throws IOException;
    }
}
