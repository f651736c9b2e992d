package org.salesetl.layout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.salesetl.text.DropStream;
import org.salesetl.text.Encoding;
import org.salesetl.text.EncodingSurvey;
import org.salesetl.text.RefusedFileException;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Kind;
import org.springframework.stereotype.Component;

/** Finds the header of a file, and recognises the file by it, never by its name. */
@Component
public class HeaderSniffer {

    /** The ledger keeps so many in 65,535 bytes, with quotes around each. */
    private static final int MOST_COLUMNS = 1_000;

    private static final int LONGEST_HEADER = 15_000;
    private static final int HEAD_BYTES = 1 << 16;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    private final Recognition recognition;
    private final UnknownHeader unknown;

    HeaderSniffer(Recognition recognition, UnknownHeader unknown) {
        this.recognition = recognition;
        this.unknown = unknown;
    }

    /** The kind as which the file is going to load; empty if it will be refused or cannot be read now. */
    public Optional<Kind> kind(Path file) {
        try (InputStream bytes = DropStream.bytes(file)) {
            Encoding encoding = EncodingSurvey.of(new ByteArrayInputStream(bytes.readNBytes(HEAD_BYTES)));
            return Optional.of(layout(file, encoding).kind());
        } catch (IOException | RefusedFileException e) {
            return Optional.empty();
        }
    }

    /** Why the file will be refused; empty if it will not, or cannot be read now. */
    public Optional<RefusedFileException> refusal(Path file) {
        try {
            layout(file, Encoding.UTF_8);
            return Optional.empty();
        } catch (RefusedFileException e) {
            return Optional.of(e);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Recognises a file. Its conventions are the usual ones with this encoding: the header does not tell the others. A header of sales
     * comes before one of customers or products above it, which may be a line of the report such as {@code Customer number: 1001}.
     *
     * @throws RefusedFileException if no mapping knows the file
     */
    Layout layout(Path file, Encoding encoding) throws IOException {
        Head head = Head.of(() -> DropStream.text(file, encoding));
        List<HeadRecord> seen = new ArrayList<>();
        Layout masterData = null;
        boolean onlyLooksAlike = false;
        for (char delimiter : DELIMITERS) {
            HeadRecords records = head.records(delimiter);
            for (HeadRecord record = records.next(); record != null; record = records.next()) {
                Optional<Layout> layout = recognition.of(new Table(delimiter, record.recordsBefore(), record.cells()));
                if (layout.isPresent() && layout.get().kind() == Kind.SALES) {
                    return narrow(layout.get(), encoding);
                }
                if (masterData == null) {
                    masterData = layout.orElse(null);
                } else {
                    onlyLooksAlike |= isLikelierHeader(record, delimiter, masterData);
                }
                seen.add(record);
            }
        }
        if (masterData == null || onlyLooksAlike) {
            throw unknown.refusal(seen);
        }
        return narrow(masterData, encoding);
    }

    /**
     * Whether a record is more of a header than that of the customers or products above it, in which one cell alone has a known name: it
     * has more cells, and all of them may be names.
     */
    private static boolean isLikelierHeader(HeadRecord record, char delimiter, Layout above) {
        List<String> filled =
                record.cells().stream().filter(cell -> !Text.isBlank(cell)).toList();
        return above.delimiter() == delimiter
                && above.mapping().isOfOwnNames()
                && above.columns().size() == 1
                && filled.size() > above.header().size()
                && HeaderLikeness.of(filled) == filled.size();
    }

    private static Layout narrow(Layout layout, Encoding encoding) {
        requireNarrow(layout.header());
        return layout.with(Conventions.USUAL.in(encoding));
    }

    private static void requireNarrow(List<String> header) {
        int characters = header.stream().mapToInt(String::length).sum();
        if (header.size() > MOST_COLUMNS || characters > LONGEST_HEADER) {
            throw new RefusedFileException(String.format(
                    Locale.ROOT,
                    "Expected at most %,d columns, whose names have %,d characters, but found %,d columns, whose names have %,d."
                            + " Remove those that are not needed and drop the file again.",
                    MOST_COLUMNS,
                    LONGEST_HEADER,
                    header.size(),
                    characters));
        }
    }
}
