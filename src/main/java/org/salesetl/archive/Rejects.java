package org.salesetl.archive;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.salesetl.SqlRow;
import org.salesetl.intake.FileNames;
import org.springframework.stereotype.Component;

/** Writes the rejected rows of loaded files beside them, as {@code name.rejects.csv}. */
@Component
public class Rejects {

    private final Archive archive;

    Rejects(Archive archive) {
        this.archive = archive;
    }

    /**
     * Begins the file of rejects beside an archived file.
     *
     * @param header {@code header} and {@code delimiter} of the archived file, and {@code numbered}: whether any of its
     *     rejected rows has an {@code occurrence}
     */
    public RejectsCsv begin(String archivedAs, Map<String, Object> header) throws IOException {
        return RejectsCsv.begin(FileNames.rejectsBeside(archive.resolve(archivedAs)), new SqlRow(header));
    }

    /**
     * Writes the page that was asked for.
     *
     * @param page rows in the order of their lines: {@code line}, {@code reasons}, {@code raw} and {@code occurrence}
     */
    public void append(RejectsCsv rejects, List<Map<String, Object>> page) throws IOException {
        rejects.append(page.stream().map(SqlRow::new).toList());
    }
}
