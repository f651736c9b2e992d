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
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.HeaderSniffer;
import org.salesetl.text.BoundedExpansion;
import org.salesetl.text.FileFormat;
import org.salesetl.text.PlainFile;
import org.salesetl.text.RefusedFileException;
import org.salesetl.workbook.Workbooks;

/**
 * Takes the tables out of a ZIP file: the entries that hold text, if they are called tables or have a known header. A text of
 * another name tells about the others.
 */
final class ZipContents {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path zip;
    private final Path folder;
    private final HeaderSniffer sniffer;
    private final int mostEntries;
    private final List<Path> parts = new ArrayList<>();
    private final List<String> notTaken = new ArrayList<>();

    /**
     * @param folder where the parts go
     * @param mostEntries how many entries the file may have
     */
    ZipContents(Path zip, Path folder, HeaderSniffer sniffer, int mostEntries) {
        this.zip = zip;
        this.folder = folder;
        this.sniffer = sniffer;
        this.mostEntries = mostEntries;
    }

    /**
     * Writes the tables.
     *
     * @throws RefusedFileException if the file holds no table or too many entries, is damaged, or expands out of proportion
     */
    Parts take() throws IOException {
        try {
            take(UTF_8);
        } catch (ZipException e) {
            // the names are not in UTF-8, as older programs write them; or the file is damaged, and then this fails
            // again
            parts.clear();
            notTaken.clear();
            takeWithOldNames();
        } catch (EOFException e) {
            throw Workbooks.damagedZip();
        }
        if (parts.isEmpty()) {
            throw new RefusedFileException("Expected at least one table of text in " + zip.getFileName() + " but found "
                    + (notTaken.isEmpty() ? "none" : "only " + Contents.listed(notTaken))
                    + ". Put your tables in and drop it again; drop workbooks and other ZIP files by themselves.");
        }
        return new Parts(parts, notTaken, "Only tables of text are; drop others by themselves");
    }

    private void takeWithOldNames() throws IOException {
        try {
            take(Charset.forName("IBM850"));
        } catch (ZipException | EOFException e) {
            throw Workbooks.damagedZip();
        }
    }

    private void take(Charset charset) throws IOException {
        PartNames names = new PartNames(zip, mostEntries);
        names.requireAtMost(entries(charset));
        try (ZipInputStream entries = new ZipInputStream(PlainFile.open(zip), charset)) {
            InputStream bounded = new BoundedExpansion(Files.size(zip)).of(entries);
            for (ZipEntry entry = next(entries); entry != null; entry = next(entries)) {
                String inner = innermost(entry.getName());
                if (entry.isDirectory() || inner.startsWith(".")) {
                    continue;
                }
                byte[] head = bounded.readNBytes(FileFormat.HEAD_BYTES);
                boolean mayBeTable =
                        FileNames.isOfTable(inner) || FileFormat.of(head).isTable();
                if (!mayBeTable || !take(inner, head, bounded, names)) {
                    names.requireAtMost(parts.size() + notTaken.size() + 1);
                    notTaken.add(entry.getName());
                }
            }
        }
    }

    private static @Nullable ZipEntry next(ZipInputStream entries) throws IOException {
        try {
            return entries.getNextEntry();
        } catch (IllegalArgumentException e) {
            // so Java says that the bytes of a name are no text
            throw new ZipException(e.getMessage());
        }
    }

    /** Whether the entry is a table; if so, writes it. */
    private boolean take(String inner, byte[] head, InputStream rest, PartNames names) throws IOException {
        // The numbers start with the second part. The order means nothing, but earlier versions gave the same names.
        Path part = folder.resolve(names.next((parts.isEmpty() ? "" : parts.size() + 1 + ".") + inner));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER_BYTES)) {
            out.write(head);
            rest.transferTo(out);
        }
        boolean table = FileFormat.of(part).isTable()
                && (FileNames.isOfTable(inner) || sniffer.kind(part).isPresent());
        if (table) {
            parts.add(part);
        } else {
            Files.delete(part);
        }
        return table;
    }

    /** The name without the folders before it, with slashes or backslashes. */
    private static String innermost(String entryName) {
        return entryName.substring(Math.max(entryName.lastIndexOf('/'), entryName.lastIndexOf('\\')) + 1);
    }

    /**
     * How many entries there are, by the directory at the end of the file. A file that was cut off can still be read from its
     * start, and looks as if it were whole.
     */
    private int entries(Charset names) throws IOException {
        try (ZipFile directory = new ZipFile(zip.toFile(), names)) {
            return directory.size();
        }
    }
}
