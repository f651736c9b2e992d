package org.salesetl.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.text.CutRecords.Cut;

class RecordChunksTest {

    private static final int MEBIBYTE = 1 << 20;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void cutsAtEveryKindOfLineEnd(String lineEnd) {
        assertThat(CutRecords.of(String.join(lineEnd, "a,b", "c,d", "")))
                .containsExactly(Cut.good(1, "a", "b"), Cut.good(2, "c", "d"));
    }

    @Test
    void cutsAtMixedLineEnds() {
        assertThat(CutRecords.of("a\nb\r\nc\rd\n"))
                .containsExactly(Cut.good(1, "a"), Cut.good(2, "b"), Cut.good(3, "c"), Cut.good(4, "d"));
    }

    /** Each line opens a quote that never ends: one look for its end in a megabyte for each took minutes. */
    @Test
    void looksThroughWhatNeverEndsOnlyAFewTimes() {
        String lines = "a\",\"\n".repeat(300_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> assertThat(CutRecords.of(lines)).hasSize(300_000));
    }

    @Test
    void endsTheLastRecordWithoutLineEnd() {
        assertThat(CutRecords.of("a\nb")).containsExactly(Cut.good(1, "a"), Cut.good(2, "b"));
    }

    @Test
    void givesNothingOfAnEmptyStream() {
        RecordChunks chunks = new RecordChunks(new ByteArrayInputStream(new byte[0]), ',');

        assertThat(chunks.hasNext()).isFalse();
        assertThat(chunks.nextRecord()).isNull();
        assertThatThrownBy(chunks::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void countsEmptyLinesAsRecords() {
        assertThat(CutRecords.of("a\n\n\r\nb"))
                .containsExactly(Cut.good(1, "a"), Cut.good(2, ""), Cut.good(3, ""), Cut.good(4, "b"));
    }

    @Test
    void keepsTheFirstLineOfARecordWithQuotedLineEnds() {
        assertThat(CutRecords.of("a,\"one\ntwo\r\nthree\rfour\"\nb,c\n"))
                .containsExactly(Cut.good(1, "a", "one\ntwo\r\nthree\rfour"), Cut.good(5, "b", "c"));
    }

    @Test
    void takesQuotesInsideACellAsText() {
        assertThat(CutRecords.of("5\" pipe,a\"b\nnext,\" row\"\n"))
                .containsExactly(Cut.good(1, "5\" pipe", "a\"b"), Cut.good(2, "next", " row"));
    }

    @Test
    void takesDoubledQuotesAndDelimitersInsideQuotesAsText() {
        assertThat(CutRecords.of("\"say \"\"hi\"\", Ann\",b\n\"\",\"\"\"\"\n"))
                .containsExactly(Cut.good(1, "say \"hi\", Ann", "b"), Cut.good(2, "", "\""));
    }

    @Test
    void opensAQuoteOnlyAfterItsOwnDelimiter() {
        assertThat(CutRecords.of("a,\"b;\"c\nd\"\n", ';', Integer.MAX_VALUE))
                .containsExactly(Cut.good(1, "a,\"b", "c\nd"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 64, 4096})
    void cutsAlikeWhereverReadsEnd(int most) {
        String text = "id,name\r\n1,\"two\r\nlines\"\r\n2,\"a \"\"b\"\"\"\r3,Łódź 😀\n\n4,\"open\n5,\"closed\"\r\n6,x";

        assertThat(CutRecords.of(text, ',', most))
                .isEqualTo(CutRecords.of(text))
                .containsExactly(
                        Cut.good(1, "id", "name"),
                        Cut.good(2, "1", "two\r\nlines"),
                        Cut.good(4, "2", "a \"b\""),
                        Cut.good(5, "3", "Łódź 😀"),
                        Cut.good(6, ""),
                        Cut.malformed(7),
                        Cut.good(8, "5", "closed"),
                        Cut.good(9, "6", "x"));
    }

    @Test
    void cutsAFileOfManyChunksWithoutLosingARecord() {
        int rows = 60_000;
        StringBuilder text = new StringBuilder();
        List<Cut> expected = new ArrayList<>();
        int line = 1;
        for (int i = 0; i < rows; i++) {
            boolean tall = i % 97 == 0;
            String name = "name of " + i + (tall ? "\nand more" : "");
            text.append("C").append(i).append(",\"").append(name).append("\"\n");
            expected.add(Cut.good(line, "C" + i, name));
            line += tall ? 2 : 1;
        }

        assertThat(CutRecords.of(text.toString()).equals(expected)).isTrue();
    }

    @Test
    void keepsChunksSmall() {
        RecordChunks chunks = new RecordChunks(
                new ByteArrayInputStream(
                        ("x".repeat(2_000) + "\n").repeat(5_000).getBytes(UTF_8)),
                ',');

        int records = 0;
        while (chunks.hasNext()) {
            Chunk chunk = chunks.next();
            assertThat(chunk.length()).isLessThan(2 * MEBIBYTE);
            assertThat(chunk.size()).isLessThanOrEqualTo(4_000);
            records += chunk.size();
        }
        assertThat(records).isEqualTo(5_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15_000, 29_999})
    void losesOnlyTheLineWithAQuoteThatNeverCloses(int at) {
        List<String> lines = new ArrayList<>(
                IntStream.range(0, 30_000).mapToObj(i -> "C" + i + ",name " + i).toList());
        lines.set(at, "C" + at + ",\"name " + at);

        assertOnlyMalformed(lines, at);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15_000, 29_999})
    void losesOnlyTheLineWithAnOpenQuoteWhereOtherCellsAreQuoted(int at) {
        List<String> lines = new ArrayList<>(IntStream.range(0, 30_000)
                .mapToObj(i -> "C" + i + ",\"name " + i + "\",\"x\"")
                .toList());
        lines.set(at, "C" + at + ",\"name " + at + ",x");

        assertOnlyMalformed(lines, at);
    }

    @Test
    void losesOnlyTheLineWithAnOpenQuoteWhereEveryCellIsQuoted() {
        List<String> lines = new ArrayList<>(
                IntStream.range(0, 500).mapToObj(i -> "\"C" + i + "\",\"name\"").toList());
        lines.set(250, "\"C250\",\"name");

        assertOnlyMalformed(lines, 250);
    }

    @Test
    void letsBlanksFollowAClosingQuoteOfACellWithLineEnds() {
        assertThat(CutRecords.of("a,\"b\nc\" \t,d\ne,f\n"))
                .containsExactly(Cut.good(1, "a", "b\nc \t", "d"), Cut.good(3, "e", "f"));
    }

    @Test
    void readsOnAfterManyOpenQuotesInReasonableTime() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("C").append(i).append(",\"open\n");
        }

        List<Cut> cuts = CutRecords.of(text.toString());

        assertThat(cuts.size()).isEqualTo(20_000);
        assertThat(cuts.stream().allMatch(Cut::malformed)).isTrue();
    }

    @Test
    void cutsOffALineThatIsLongerThanARecordMayBe() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("a,b\n".getBytes(UTF_8));
        bytes.write("x".repeat(3 * MEBIBYTE).getBytes(UTF_8));
        bytes.write("\r\nc,d\n".getBytes(UTF_8));

        List<Cut> cuts = CutRecords.of(new ByteArrayInputStream(bytes.toByteArray()), ',');

        assertThat(cuts).containsExactly(Cut.good(1, "a", "b"), Cut.malformed(2), Cut.good(3, "c", "d"));
    }

    @Test
    void keepsAnEndlessLineOutOfMemory() {
        byte[] bytes = ("x".repeat(20 * MEBIBYTE) + "\nlast\n").getBytes(UTF_8);
        RecordChunks chunks = new RecordChunks(CutRecords.dribble(bytes, 1 << 16), ',');

        Chunk chunk = chunks.next();

        assertThat(chunk.length()).isLessThan(2 * MEBIBYTE);
        assertThat(chunk.raw(0)).startsWith("xxx");
    }

    @Test
    void readsARecordThatIsNearlyTooLong() {
        String cell = "one\n" + "x".repeat(MEBIBYTE - 100);

        assertThat(CutRecords.of("a,\"" + cell + "\"\nb,c\n"))
                .containsExactly(Cut.good(1, "a", cell), Cut.good(3, "b", "c"));
    }

    @Test
    void agreesWithTheParserOnThousandsOfProperTexts() throws IOException {
        Random random = new Random(20250131);
        for (int n = 0; n < 3_000; n++) {
            ProperCsv csv = ProperCsv.random(random);
            List<Cut> cuts = CutRecords.of(csv.text(), csv.delimiter(), 1 + random.nextInt(40));
            assertThat(cuts).as(csv.text()).isEqualTo(csv.records());
            assertThat(CutRecords.parse(csv.text(), csv.delimiter()))
                    .extracting(CSVRecord::toList)
                    .as(csv.text())
                    .isEqualTo(csv.records().stream().map(Cut::cells).toList());
        }
    }

    @Test
    void agreesWithTheParserOnWildTextsOrCallsThemMalformed() throws IOException {
        String[] pieces = {"a", "b c", ",", ",", "\"", "\"", "\"\"", "\n", "\r\n", "\r", " ", "é", "😀", "\t", ",\""};
        Random random = new Random(42);
        int proper = 0;
        for (int n = 0; n < 20_000; n++) {
            StringBuilder builder = new StringBuilder();
            int length = random.nextInt(25);
            for (int i = 0; i < length; i++) {
                builder.append(pieces[random.nextInt(pieces.length)]);
            }
            String text = builder.toString();
            List<Cut> cuts;
            try {
                cuts = CutRecords.of(text, ',', 1 + random.nextInt(20));
            } catch (AssertionError e) {
                throw new AssertionError(visible(text), e);
            }
            if (cuts.stream().noneMatch(Cut::malformed)) {
                proper++;
                assertThat(cuts)
                        .extracting(Cut::cells)
                        .as(visible(text))
                        .isEqualTo(CutRecords.parse(text, ',').stream()
                                .map(CSVRecord::toList)
                                .toList());
            }
            assertLinesAreWhereTheyAre(text);
        }
        assertThat(proper).isGreaterThan(5_000);
    }

    /** Nothing between two records is lost, and each starts on the line it says. */
    private static void assertLinesAreWhereTheyAre(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        RecordChunks chunks = new RecordChunks(new ByteArrayInputStream(bytes), ',');
        int at = 0;
        for (Chunk record = chunks.nextRecord(); record != null; record = chunks.nextRecord()) {
            assertThat(record.line(0)).as(visible(text) + " at " + at).isEqualTo(1 + lineEnds(bytes, at));
            assertThat(record.raw(0))
                    .isEqualTo(new String(bytes, at, record.length(), UTF_8).replaceAll("[\r\n]+$", ""));
            at += record.length();
        }
        assertThat(at).as(visible(text)).isEqualTo(bytes.length);
    }

    private static int lineEnds(byte[] bytes, int until) {
        int count = 0;
        for (int i = 0; i < until; i++) {
            boolean lineEnd = bytes[i] == '\n' || (bytes[i] == '\r' && !(i + 1 < bytes.length && bytes[i + 1] == '\n'));
            count += lineEnd ? 1 : 0;
        }
        return count;
    }

    private static void assertOnlyMalformed(List<String> lines, int at) {
        List<Cut> cuts = CutRecords.of(String.join("\n", lines) + "\n");

        assertThat(cuts.size()).isEqualTo(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            assertThat(cuts.get(i).line()).isEqualTo(i + 1);
            assertThat(cuts.get(i).malformed()).as("line " + (i + 1)).isEqualTo(i == at);
        }
    }

    private static String visible(String text) {
        return text.replace("\n", "⏎").replace("\r", "␍");
    }
}
