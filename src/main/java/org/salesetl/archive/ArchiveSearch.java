package org.salesetl.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.salesetl.inbox.FileContents;
import org.salesetl.inbox.FileNames;
import org.springframework.stereotype.Component;

/**
 * Finds the files of the archive in which a text stands, wherever they are: loaded, refused or taken apart. Looks into compressed files
 * and into workbooks too. A text is found as somebody has written it, with the same capital letters.
 */
@Component
public class ArchiveSearch {

    private static final List<Charset> CHARSETS = List.of(UTF_8, ISO_8859_1, UTF_16LE, UTF_16BE);
    private static final int BUFFER = 1 << 20;

    /** A text that turns out much longer than its file could keep the search busy for ever. */
    private static final long MOST_OF_A_PART = 4L << 30;

    private final Archive archive;

    ArchiveSearch(Archive archive) {
        this.archive = archive;
    }

    /**
     * The files with one of these texts.
     *
     * @return the paths of the files, starting at the archive folder
     */
    public Set<String> filesWith(Collection<String> texts) throws IOException {
        List<String> sought = texts.stream()
                .filter(text -> !text.isEmpty())
                .flatMap(text -> CHARSETS.stream().map(charset -> new String(text.getBytes(charset), ISO_8859_1)))
                .distinct()
                .toList();
        Set<String> found = new TreeSet<>();
        if (sought.isEmpty()) {
            return found;
        }
        Path folder = archive.resolve("");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (FileNames.isTaken(file) && has(file, sought)) {
                    found.add(folder.relativize(file).toString().replace('\\', '/'));
                }
            }
        }
        return found;
    }

    /** Whether the file is still in the archive. */
    public boolean has(String archivedAs) {
        return Files.isRegularFile(archive.resolve(archivedAs));
    }

    /** A broken file, of which nobody can tell, counts as one with the text, so that somebody looks at it. */
    private static boolean has(Path file, List<String> sought) throws IOException {
        try {
            return reads(file, sought);
        } catch (ZipException | EOFException e) {
            return true;
        }
    }

    private static boolean reads(Path file, List<String> sought) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            stream.mark(FileContents.HEAD_BYTES);
            byte[] head = stream.readNBytes(FileContents.HEAD_BYTES);
            stream.reset();
            if (head.length > 1 && head[0] == 0x1f && head[1] == (byte) 0x8b) {
                return hasText(new GZIPInputStream(stream), sought);
            }
            return FileContents.isZip(head) ? hasPart(new ZipInputStream(stream), sought) : hasText(stream, sought);
        }
    }

    private static boolean hasPart(ZipInputStream parts, List<String> sought) throws IOException {
        boolean broken = true;
        while (parts.getNextEntry() != null) {
            broken = false;
            if (hasText(parts, sought)) {
                return true;
            }
        }
        return broken;
    }

    private static boolean hasText(InputStream stream, List<String> sought) throws IOException {
        int longest = sought.stream().mapToInt(String::length).max().orElse(0);
        String rest = "";
        long read = 0;
        for (byte[] next = stream.readNBytes(BUFFER);
                next.length > 0 && read < MOST_OF_A_PART;
                next = stream.readNBytes(BUFFER)) {
            read += next.length;
            String text = rest + new String(next, ISO_8859_1);
            if (sought.stream().anyMatch(text::contains)) {
                return true;
            }
            rest = text.substring(Math.max(0, text.length() - longest));
        }
        return false;
    }
}
