package org.salesetl.layout;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipException;
import org.salesetl.SalesEtlProperties;
import org.salesetl.text.DropStream;
import org.salesetl.text.Encoding;
import org.salesetl.text.EncodingSurvey;
import org.salesetl.text.RefusedFileException;
import org.salesetl.vocabulary.Kind;
import org.springframework.stereotype.Component;

/** Reads a whole file before its first row is loaded, and finds out what it is and how it is written. */
@Component
public class FileSurvey {

    private final HeaderSniffer sniffer;
    private final Map<Kind, Encoding> forced;

    public FileSurvey(HeaderSniffer sniffer, SalesEtlProperties properties) {
        this.sniffer = sniffer;
        this.forced = properties.encodings();
    }

    /**
     * How to read the file.
     *
     * @throws RefusedFileException if it is of none of the kinds, or damaged
     */
    public Layout layout(Path file) throws IOException {
        Layout layout = sniffer.layout(file, encoding(file));
        Encoding wanted = layout.mapping().encoding() == null
                ? forced.get(layout.kind())
                : layout.mapping().encoding();
        if (wanted != null && wanted != layout.conventions().encoding()) {
            layout = sniffer.layout(file, wanted);
        }
        Layout surveyed;
        try (ChunkReader chunks = ChunkReader.open(file, layout)) {
            surveyed = CellSurvey.of(chunks, layout);
        }
        OrderTotals.requireAmountsOfLines(file, surveyed);
        surveyed = surveyed.isUndecided() ? followingOtherDates(file, surveyed) : surveyed;
        return surveyed.with(surveyed.conventions().knowing(UsedColumns.words(surveyed)));
    }

    private static Layout followingOtherDates(Path file, Layout layout) throws IOException {
        try (ChunkReader chunks = ChunkReader.open(file, layout)) {
            return layout.with(OtherDates.decide(chunks, layout));
        }
    }

    private static Encoding encoding(Path file) throws IOException {
        try (InputStream bytes = DropStream.bytes(file)) {
            return EncodingSurvey.of(bytes);
        } catch (ZipException | EOFException e) {
            throw RefusedFileException.damagedCompression();
        }
    }
}
