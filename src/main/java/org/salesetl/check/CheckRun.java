package org.salesetl.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known so far of the files of one check, and as of when. */
final class CheckRun {

    private final Map<Path, CheckReport> reports = new LinkedHashMap<>();
    private final Map<Path, FileTime> asOf = new HashMap<>();

    /** Remembers which state of a file the check is about. */
    void expect(Path file) {
        try {
            asOf.put(file, Files.getLastModifiedTime(file));
        } catch (IOException e) {
            // it has gone meanwhile: there will be no report
            asOf.remove(file);
        }
    }

    void put(Path file, CheckReport report) {
        reports.put(file, report);
    }

    void remove(Path file) {
        reports.remove(file);
    }

    Map<Path, CheckReport> reports() {
        return reports;
    }

    /** Whether the file is still the one that was checked. */
    boolean isUnchanged(Path file) {
        try {
            return Files.getLastModifiedTime(file).equals(asOf.get(file));
        } catch (IOException e) {
            return false;
        }
    }
}
