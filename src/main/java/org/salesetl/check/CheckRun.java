package org.salesetl.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.question.OpenQuestion;

/** What one check has found out about its files so far, and the state of each file that it checks. */
final class CheckRun {

    private final Map<Path, CheckReport> reports = new LinkedHashMap<>();
    private final Map<Path, List<OpenQuestion>> questions = new LinkedHashMap<>();
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

    /** Notes what somebody has to answer before a file can be loaded. */
    void ask(Path file, List<OpenQuestion> open) {
        questions.put(file, open);
    }

    /** Parameters of {@code delete-questions.sql}, one map for each file that has been checked. */
    List<Map<String, @Nullable Object>> names() {
        return reports.keySet().stream().map(CheckRun::name).toList();
    }

    /** Parameters of {@code insert-question.sql}, one map for each question. */
    List<Map<String, @Nullable Object>> questions() {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        questions.forEach((file, open) -> open.forEach(question -> {
            Map<String, @Nullable Object> parameters = question.parameters();
            parameters.putAll(name(file));
            all.add(parameters);
        }));
        return all;
    }

    private static Map<String, @Nullable Object> name(Path file) {
        return Map.of("checkName", file.getFileName().toString());
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
