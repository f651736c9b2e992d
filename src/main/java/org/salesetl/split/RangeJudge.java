package org.salesetl.split;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.salesetl.layout.RowReader;
import org.salesetl.rule.SaleKeys;
import org.salesetl.rule.SaleRules;
import org.salesetl.text.Chunk;
import org.salesetl.text.CsvFormats;
import org.salesetl.text.RecordChunks;
import org.salesetl.validation.FileJudge;
import org.salesetl.validation.JudgedRow;

/** Judges the sales of a range. */
public final class RangeJudge {

    /** Takes the verdicts on the records of a chunk. */
    @FunctionalInterface
    public interface Target {

        void take(List<JudgedRow> rows) throws IOException;
    }

    private RangeJudge() {}

    /**
     * Judges the sales of a range.
     *
     * @param text the text of the file, from the start of the range on
     * @param reader the reader of the range; used up at the end
     * @param delimiter the character between cells
     * @param today the day on which the rows are judged
     * @param keys the keys of earlier rows; closed at the end
     * @param target takes the verdicts, chunk by chunk
     */
    public static void judge(
            FileRange range,
            InputStream text,
            RowReader reader,
            char delimiter,
            LocalDate today,
            SaleKeys keys,
            Target target)
            throws IOException {
        CSVFormat format = CsvFormats.delimitedBy(delimiter);
        RecordChunks chunks = new RecordChunks(text, delimiter, range.start());
        try (SaleRules rules = new SaleRules(today, keys)) {
            FileJudge judge = new FileJudge(reader, rules);
            while (chunks.position().offset() < range.end()) {
                Chunk chunk = chunks.next();
                target.take(judge.judge(parse(format, chunk.text()), chunk));
            }
        }
    }

    private static List<List<String>> parse(CSVFormat format, String text) throws IOException {
        try (CSVParser parser = format.parse(new StringReader(text))) {
            return parser.stream().map(record -> Arrays.asList(record.values())).toList();
        }
    }
}
