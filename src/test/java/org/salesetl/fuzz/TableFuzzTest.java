package org.salesetl.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salesetl.inbox.Drops;
import org.salesetl.inbox.SomeFile;
import org.salesetl.layout.RejectColumns;
import org.salesetl.layout.RejectsTable;
import org.salesetl.layout.Row;
import org.salesetl.layout.RowReader;
import org.salesetl.mapping.Column;
import org.salesetl.sql.SqlRow;
import org.salesetl.text.Chunk;
import org.salesetl.text.FileFormat;
import org.salesetl.text.Formulas;
import org.salesetl.text.RefusedFileException;
import org.salesetl.text.Text;

/** Whatever bytes a file has: it is read, twice in the same way, or refused in words. */
class TableFuzzTest {

    private static final Drops DROPS = SomeFile.drops();
    private static final Path FILE = file();

    private static Path file() {
        try {
            return Files.createTempFile("fuzz", ".csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<byte[]> seeds() {
        return Seeds.tables();
    }

    @AfterAll
    static void delete() throws IOException {
        Files.deleteIfExists(FILE);
    }

    @MethodSource("seeds")
    @ParameterizedTest
    void readsTheSeeds(byte[] bytes) throws IOException {
        readsAnyBytes(bytes);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void readsAnyBytes(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        if (FileFormat.of(FILE).isContainer()) {
            return;
        }
        SomeFile file = read();
        if (file == null) {
            return;
        }
        List<String> rows = rows(file);
        SomeFile again = read();
        if (again == null) {
            throw new AssertionError("refused when it is read again");
        }
        assertThat(again.layout().header()).isEqualTo(file.layout().header());
        assertThat(rows(again)).isEqualTo(rows);
        for (Chunk chunk : file.chunks()) {
            for (int record = 0; record < chunk.size(); record++) {
                rejectAndTakeBack(file, chunk, record);
            }
        }
    }

    /** The file; null if it is refused. */
    private static @Nullable SomeFile read() throws IOException {
        try {
            return SomeFile.at(FILE, DROPS);
        } catch (RefusedFileException e) {
            assertThat(e).message().isNotBlank();
            return null;
        }
    }

    /** Every cell of every row, as it was written and as it is understood. */
    private static List<String> rows(SomeFile file) throws IOException {
        List<String> rows = new ArrayList<>();
        try (RowReader reader = new RowReader(file.layout(), Set.of())) {
            for (Chunk chunk : file.chunks()) {
                for (Row row : reader.read(chunk)) {
                    StringBuilder cells = new StringBuilder().append(row.line()).append(row.leftOut());
                    for (Column column : Column.values()) {
                        if (file.layout().has(column)) {
                            cells.append('|').append(row.cell(column));
                        }
                    }
                    rows.add(cells.toString());
                }
            }
        }
        return rows;
    }

    /** A rejected row has the same cells when it comes back. */
    private static void rejectAndTakeBack(SomeFile file, Chunk chunk, int record) throws IOException {
        if (chunk.isMalformed(record) || chunk.isUndecodable(record)) {
            return;
        }
        List<String> header = file.layout().header();
        Map<String, Object> ofFile = new HashMap<>();
        ofFile.put("header", RejectsTable.line(header, ','));
        ofFile.put("delimiter", String.valueOf(file.layout().delimiter()));
        ofFile.put("numbered", 0);
        String raw = chunk.raw(record);
        List<String> cells = RejectsTable.cells(header, raw, file.layout().delimiter());
        List<String> written = new RejectsTable(new SqlRow(ofFile))
                .record(new SqlRow(
                        Map.of("quarantine_id", 1L, "line", chunk.line(record), "reasons", "bad_date", "raw", raw)));
        String csv = CSVFormat.RFC4180.format(written.toArray());
        List<String> back;
        try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(csv))) {
            back = parser.getRecords().get(0).toList();
        }
        assertThat(back).isEqualTo(written);
        if (header.stream().noneMatch(RejectColumns::isOne)) {
            for (int place = 0; place < Math.min(cells.size(), header.size()); place++) {
                assertThat(Formulas.rearm(back.get(place))).isEqualTo(Text.strip(cells.get(place)));
            }
        }
    }
}
