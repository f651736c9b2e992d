package org.salesetl.sale;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salesetl.SomeProperties;
import org.salesetl.cases.AnyExport;
import org.salesetl.inbox.SomeFile;
import org.salesetl.layout.Row;
import org.salesetl.layout.RowReader;
import org.salesetl.mapping.Column;
import org.salesetl.rule.KeysOfFile;
import org.salesetl.rule.Sale;
import org.salesetl.rule.SaleRules;
import org.salesetl.text.Chunk;
import org.salesetl.validation.Judgement;
import org.salesetl.work.WorkFolder;

/**
 * Sales that any program writes, and a person describes in a mapping, come back as the same sales. {@code exports.seed} is the first
 * seed of {@code exports.rounds} ones, so a failure can be seen again by the seed in its name.
 */
class AnyExportTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("exports.rounds", 200))
                .map(round -> round + Long.getLong("exports.seed", 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bringsBackTheSalesOfAnyExport(long seed) throws IOException {
        AnyExport export = new AnyExport(seed);
        Path mappings = Files.createDirectory(folder.resolve("mappings"));
        Files.writeString(mappings.resolve("any.yaml"), export.mapping());
        Path dropped = Files.write(folder.resolve("any.csv"), export.file());
        String described = "seed " + seed + ": " + export + Files.readString(dropped, ISO_8859_1);

        SomeFile file =
                SomeFile.at(dropped, SomeFile.drops(SomeProperties.with(Map.of("mappings", mappings.toString()))));

        assertThat(file.layout().mapping().name()).as(described).isEqualTo("Any export");
        assertThat(file.layout().isUndecided()).as(described).isEqualTo(export.asks());
        if (!export.asks()) {
            Read read = read(file);
            assertThat(read.facts).as(described).containsExactlyElementsOf(export.facts());
            assertThat(read.leftOut).as(described).hasSize(export.leftOut());
            assertThat(read.rejected).as(described).hasSize(export.rejected());
        }
    }

    private Read read(SomeFile file) throws IOException {
        Read read = new Read(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        RowReader reader = new RowReader(
                file.layout(), Set.copyOf(SomeProperties.defaults().nullWords()));
        try (SaleRules rules = new SaleRules(TODAY, new KeysOfFile(WorkFolder.at(folder)))) {
            for (Chunk chunk : file.chunks()) {
                List<List<String>> records = file.cells(chunk);
                for (int record = 0; record < records.size(); record++) {
                    Row row = reader.read(chunk.line(record), records.get(record));
                    if (!row.isBlank()) {
                        read.add(row, rules);
                    }
                }
            }
        }
        return read;
    }

    /** What became of the rows of a file. */
    private record Read(List<String> facts, List<String> leftOut, List<String> rejected) {

        void add(Row row, SaleRules rules) {
            if (row.leftOut() != null) {
                rules.leaveOut(row, row.leftOut());
                leftOut.add(row.line() + " " + row.leftOut());
                return;
            }
            Judgement<Sale> judged = rules.judge(row);
            if (judged instanceof Judgement.Accepted<Sale> good) {
                facts.add(fact(good.value(), row));
            } else {
                rejected.add(row.line() + " " + judged);
            }
        }

        private static String fact(Sale sale, Row row) {
            BigDecimal revenue = SaleRules.revenue(sale.quantity(), sale.unitPrice(), sale.amount());
            return AnyExport.fact(
                    row.layout().has(Column.ORDER_ID) ? sale.orderId() : "",
                    sale.customerId(),
                    sale.productId(),
                    sale.date().toString(),
                    sale.quantity().units(),
                    Objects.requireNonNull(revenue));
        }
    }
}
