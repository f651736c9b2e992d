package org.salesetl.outage;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salesetl.SalesEtlProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Knows how much room is left on the disks of the service's folders. */
@Component
public class DiskRoom {

    private final Map<String, Path> folders = new LinkedHashMap<>();
    private final long leastBytes;

    /** Knows the folders that the configuration names. */
    public DiskRoom(SalesEtlProperties properties) {
        folders.put("inbox", properties.inbox().toAbsolutePath().normalize());
        folders.put("archive", properties.archive().toAbsolutePath().normalize());
        folders.put("data", properties.data().toAbsolutePath().normalize());
        this.leastBytes = properties.leastRoom().toBytes();
    }

    /** What the folders are for: inbox, archive and data. */
    public Set<String> folders() {
        return Collections.unmodifiableSet(folders.keySet());
    }

    /** How much room is left on the disk of the folder for this. */
    public long freeBytes(String folder) {
        return freeBytes(requireNonNull(folders.get(folder), folder));
    }

    /** Whether the disk of the folder for this is full, or nearly full. */
    public boolean isShort(String folder) {
        return freeBytes(folder) < leastBytes;
    }

    /** A number of bytes in words, for example {@code 12 MB}. */
    public static String megabytes(long bytes) {
        return DataSize.ofBytes(bytes).toMegabytes() + " MB";
    }

    /** The folders whose disk is full, or nearly full; empty if all is well. */
    public List<Shortage> shortages() {
        List<Shortage> shortages = new ArrayList<>();
        folders.forEach((name, path) -> {
            long free = freeBytes(path);
            if (free < leastBytes) {
                shortages.add(new Shortage(name, path, free));
            }
        });
        return shortages;
    }

    /** If somebody has removed the folder, this is the disk of its parent folder: the folder will be made there again. */
    private static long freeBytes(Path path) {
        Path there = path;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            return Files.getFileStore(there).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at the disk of " + path, e);
        }
    }

    /**
     * A disk that is full, or nearly full.
     *
     * @param folder what the folder is for: inbox, archive or data
     * @param freeBytes how much room is left
     */
    public record Shortage(String folder, Path path, long freeBytes) {

        /** How much room is left, in words, for example {@code 12 MB}. */
        public String free() {
            return megabytes(freeBytes);
        }
    }
}
