package org.salesetl.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one check has found out about its files so far, and the state of each file that it checks. */
final class CheckRun {

    private final Map<Path, CheckReport> reports = new LinkedHashMap<>();
    private final Map<Path, FileTime> asOf = new HashMap<>();

    /** Remembers the state of a file that is to be checked. */
    void expect(Path file) {
        try {
            asOf.put(file, Files.getLastModifiedTime(file));
        } catch (IOException e) {
            // the file has gone meanwhile, so there will be no report
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

    /** Whether the file is still in the state that was checked. */
    boolean isUnchanged(Path file) {
        try {
            return Files.getLastModifiedTime(file).equals(asOf.get(file));
        } catch (IOException e) {
            return false;
        }
    }
}
