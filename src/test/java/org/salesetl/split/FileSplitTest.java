package org.salesetl.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salesetl.SomeProperties;
import org.salesetl.inbox.SomeFile;
import org.salesetl.layout.ChunkReader;
import org.salesetl.layout.Conventions;
import org.salesetl.layout.Layout;
import org.salesetl.layout.OrderShares;
import org.salesetl.layout.RowReader;
import org.salesetl.rule.KeysOfFile;
import org.salesetl.rule.SaleKeys;
import org.salesetl.rule.SaleRules;
import org.salesetl.text.Chunk;
import org.salesetl.text.CutRecords;
import org.salesetl.text.DropStream;
import org.salesetl.text.Encoding;
import org.salesetl.validation.FileJudge;
import org.salesetl.validation.JudgedRow;
import org.salesetl.validation.Judgement;
import org.salesetl.vocabulary.Kind;
import org.salesetl.work.WorkFolder;

/** The verdicts on a file in ranges are those on the whole file. */
class FileSplitTest {

    private static final Set<String> NULL_WORDS =
            Set.copyOf(SomeProperties.defaults().nullWords());
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    /** Sources whose files are refused, since they have no sales. */
    private static final Set<String> REFUSED =
            Set.of("paypal-activity", "prestashop-orders", "stripe-balance", "stripe-payments");

    /** Four chunks at least, so four ranges: a chunk has some 4,500 records of these. */
    private static final int RECORDS = 15_000;

    @TempDir
    Path folder;

    static Stream<Path> exports() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/sources"))) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("expected.csv"))
                    .filter(file -> REFUSED.stream().noneMatch(file.toString()::contains))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("exports")
    void judgesEachExportInRangesAsInOnePiece(Path export) throws IOException {
        Layout layout = SomeFile.at(export).layout();
        if (layout.kind() == Kind.SALES) {
            assertSameVerdicts(repeated(export, layout), layout);
        }
    }

    @Test
    void judgesRowsWithIdsInRangesAsInOnePiece() throws IOException {
        Path file = folder.resolve("sales.csv");
        Files.writeString(file, rowsWithIds(new Random(7)));

        List<JudgedRow> verdicts = assertSameVerdicts(file, SomeFile.at(file).layout());

        assertThat(reasons(verdicts)).containsKeys("duplicate_id", "bad_date", "column_count");
    }

    /** Orders of one to five lines, each with a discount on its first line: some begin in one range and end in the next. */
    @Test
    void spreadsAmountsOfOrdersInRangesAsInOnePiece() throws IOException {
        Path mappings = Files.createDirectory(folder.resolve("mappings"));
        Files.writeString(mappings.resolve("shop.yaml"), """
                name: Shop
                kind: sales
                recognised_by: [Order, Discount of the order]
                columns: {order_id: Order, order_date: Date, customer_id: Buyer, product_id: Item, quantity: Pieces, price: Each}
                order_amounts: [{column: Discount of the order, treatment: spread}]
                """);
        Random random = new Random(5);
        StringBuilder rows = new StringBuilder("Order,Date,Buyer,Item,Pieces,Each,Discount of the order\n");
        for (int order = 0; order < RECORDS / 3; order++) {
            for (int line = 0, lines = 1 + random.nextInt(5); line < lines; line++) {
                String discount = line == 0 ? "0." + (10 + random.nextInt(90)) : "";
                rows.append("o" + order + ",2026-01-10,b" + order % 99 + ",i" + line + ",1," + (10 + random.nextInt(90))
                        + ".00," + discount + "\n");
            }
        }
        Path file = folder.resolve("orders.csv");
        Files.writeString(file, rows);
        Layout layout = SomeFile.at(file, SomeFile.drops(SomeProperties.with("mappings", mappings.toString())))
                .layout();
        assertThat(OrderShares.areNeeded(layout)).isTrue();

        List<JudgedRow> verdicts = assertSameVerdicts(file, layout);

        assertThat(reasons(verdicts)).isEmpty();
    }

    /** An id comes back far below, some rows are bad, a cell holds line ends, and a quote stays open. */
    private static String rowsWithIds(Random random) {
        StringBuilder rows =
                new StringBuilder("sale_id,order_id,customer_id,product_id,quantity,price,order_date,note\n");
        for (int i = 0; i < RECORDS; i++) {
            int id = random.nextInt(20) == 0 ? random.nextInt(RECORDS) : i;
            String date = random.nextInt(30) == 0 ? "never" : "2026-01-" + (10 + random.nextInt(20));
            String note = random.nextInt(50) == 0
                    ? "\"two\nlines, and \"\"quotes\"\"\""
                    : random.nextInt(500) == 0 ? "\"open" : "";
            rows.append(id + ",o" + i / 3 + ",c" + i % 99 + ",p" + i % 17 + ",1,2.50," + date + "," + note + "\n");
        }
        return rows.toString();
    }

    /** The records of an export again and again: every id and every key comes back in each range. */
    private Path repeated(Path export, Layout layout) throws IOException {
        String text;
        try (InputStream in = DropStream.text(export, layout.conventions().encoding())) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        int header = text.length();
        for (Chunk chunk : SomeFile.at(export).chunks()) {
            header -= new String(chunk.bytes(), StandardCharsets.UTF_8).length();
        }
        String records = text.substring(header);
        String ended = records.endsWith("\n") ? records : records + "\n";
        long lines = ended.chars().filter(c -> c == '\n').count();
        Path file = folder.resolve("repeated.csv");
        Files.writeString(file, text.substring(0, header) + ended.repeat((int) (RECORDS / lines) + 1));
        return file;
    }

    private List<JudgedRow> assertSameVerdicts(Path file, Layout found) throws IOException {
        Layout layout = found.with(new Conventions(
                Encoding.UTF_8,
                found.conventions().dates(),
                found.conventions().decimals(),
                found.conventions().currencies(),
                List.of()));
        List<JudgedRow> whole = inOnePiece(file, layout);
        List<JudgedRow> parts = inRanges(file, layout);
        assertThat(parts).hasSameSizeAs(whole);
        for (int i = 0; i < whole.size(); i++) {
            assertThat(parts.get(i)).as("record %s", i).isEqualTo(whole.get(i));
        }
        return whole;
    }

    private List<JudgedRow> inOnePiece(Path file, Layout layout) throws IOException {
        List<JudgedRow> verdicts = new ArrayList<>();
        try (ChunkReader chunks = ChunkReader.open(file, layout);
                SaleRules rules = new SaleRules(TODAY, new KeysOfFile(WorkFolder.at(folder)))) {
            FileJudge judge = new FileJudge(spreading(file, layout), rules);
            while (chunks.hasNext()) {
                Chunk chunk = chunks.next();
                List<List<String>> cells = CutRecords.parse(chunk.text(), layout.delimiter()).stream()
                        .map(record -> Arrays.asList(record.values()))
                        .toList();
                verdicts.addAll(judge.judge(cells, chunk));
            }
        }
        return verdicts;
    }

    /** What a cluster does: the keys of each range, the keys that ranges share, and then the verdicts, range by range. */
    private List<JudgedRow> inRanges(Path file, Layout layout) throws IOException {
        JudgeJob job;
        try (ChunkReader chunks = ChunkReader.open(file, layout)) {
            job = new JudgeJob(
                    file.toUri(),
                    0,
                    null,
                    layout.delimiter(),
                    TODAY,
                    FileSplit.of(chunks, reader(layout), 1, () -> {}),
                    folder.toUri());
        }
        assertThat(job.ranges()).hasSizeGreaterThan(3);
        Map<String, Integer> before = new HashMap<>();
        List<Map<String, Integer>> shared = new ArrayList<>();
        for (FileRange range : travelled(job).ranges()) {
            Map<String, Integer> ofThis = new HashMap<>();
            KeysOfRange keys = new KeysOfRange();
            judge(file, range, layout, keys, rows -> keys.forEach(ofThis::put));
            Map<String, Integer> both = new HashMap<>(before);
            both.keySet().retainAll(ofThis.keySet());
            shared.add(both);
            ofThis.forEach((key, count) -> before.merge(key, count, Integer::sum));
        }
        for (FileRange range : travelled(job).ranges()) {
            KeysBeforeRange keys = new KeysBeforeRange(WorkFolder.at(folder));
            shared.get(range.number()).forEach(keys::add);
            try (VerdictWriter out =
                    new VerdictWriter(Files.newOutputStream(folder.resolve(JudgeJob.resultName(range.number()))))) {
                judge(file, range, layout, keys, out::write);
                out.end();
            }
        }
        List<JudgedRow> verdicts = new ArrayList<>();
        try (VerdictReader in = new VerdictReader(folder);
                ChunkReader chunks = ChunkReader.open(file, layout)) {
            while (chunks.hasNext()) {
                List<JudgedRow> ofChunk = in.next();
                assertThat(ofChunk).hasSize(chunks.next().size());
                verdicts.addAll(ofChunk);
            }
        }
        return verdicts;
    }

    private void judge(Path file, FileRange range, Layout layout, SaleKeys keys, RangeJudge.Target target)
            throws IOException {
        try (InputStream text = Files.newInputStream(file);
                RowReader reader = range.reader()) {
            text.skipNBytes(range.start().offset());
            if (OrderShares.areNeeded(layout)) {
                InputStream shares = Files.newInputStream(shares(file, layout));
                shares.skipNBytes(range.recordsBefore() * OrderShares.BYTES);
                reader.spread(new OrderShares(shares));
            }
            RangeJudge.judge(range, text, reader, layout.delimiter(), TODAY, keys, target);
        }
    }

    private Path shares(Path file, Layout layout) throws IOException {
        Path shares = folder.resolve("shares");
        if (!Files.exists(shares)) {
            try (ChunkReader chunks = ChunkReader.open(file, layout);
                    OutputStream out = Files.newOutputStream(shares)) {
                OrderShares.write(chunks, layout, NULL_WORDS, out, () -> {});
            }
        }
        return shares;
    }

    private RowReader spreading(Path file, Layout layout) throws IOException {
        RowReader reader = reader(layout);
        if (OrderShares.areNeeded(layout)) {
            try (ChunkReader chunks = ChunkReader.open(file, layout)) {
                reader.spread(OrderShares.of(chunks, layout, NULL_WORDS, WorkFolder.at(folder)));
            }
        }
        return reader;
    }

    private static JudgeJob travelled(JudgeJob job) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        job.writeTo(bytes);
        return JudgeJob.readFrom(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static RowReader reader(Layout layout) {
        return new RowReader(layout, NULL_WORDS);
    }

    private static Map<String, Long> reasons(List<JudgedRow> verdicts) {
        return verdicts.stream()
                .filter(row -> row.judgement() instanceof Judgement.Rejected<?>)
                .flatMap(row -> ((Judgement.Rejected<?>) row.judgement()).faults().stream())
                .collect(Collectors.groupingBy(fault -> fault.reason().label(), Collectors.counting()));
    }
}
