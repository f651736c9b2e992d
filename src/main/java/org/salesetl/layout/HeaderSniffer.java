package org.salesetl.layout;

import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.Mapping;
import org.salesetl.text.DropStream;
import org.salesetl.text.Encoding;
import org.salesetl.text.EncodingSurvey;
import org.salesetl.text.RefusedFileException;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Kind;

/** Finds the header of a file, and recognises the file by it, never by its name. */
@Named
public class HeaderSniffer {

    /** The ledger keeps so many in 65,535 bytes, with quotes around each. */
    private static final int MOST_COLUMNS = 1_000;

    private static final int LONGEST_HEADER = 15_000;
    private static final int HEAD_BYTES = 1 << 16;
    private static final Set<Column> OF_LINES =
            EnumSet.of(Column.ORDER_ID, Column.QUANTITY, Column.PRICE, Column.AMOUNT);

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    private final Recognition recognition;
    private final UnknownHeader unknown;
    private final AskedHeader asked;

    HeaderSniffer(Recognition recognition, UnknownHeader unknown, AskedHeader asked) {
        this.recognition = recognition;
        this.unknown = unknown;
        this.asked = asked;
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
     * What the columns of a file that no mapping knows may mean, so that somebody can be asked; empty if the file has no table, or cannot
     * be read now.
     */
    public Optional<GuessedHeader> guess(Path file) {
        try {
            return asked.of(file, heads(Head.of(file, Encoding.UTF_8)), Answers.NONE)
                    .map(layout -> new GuessedHeader(layout.header(), fromCells(layout.mapping())));
        } catch (IOException | RefusedFileException e) {
            return Optional.empty();
        }
    }

    /** The columns that are in the file, and not the same for all rows. */
    private static Set<Column> fromCells(Mapping mapping) {
        return mapping.columns().entrySet().stream()
                .filter(column -> !column.getValue().cells().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * Recognises a file. Its conventions are the usual ones with this encoding: the header does not tell the others. If no mapping
     * knows the header, the layout has the best guesses, and asks what its columns mean.
     *
     * @param given the mapping that reads the file, whatever others fit the header; null if the header decides
     * @param answers what people have answered for files with these columns
     * @throws RefusedFileException if the file has no table
     */
    Layout layout(Path file, Encoding encoding, @Nullable Mapping given, Answers answers) throws IOException {
        Head head = Head.of(file, encoding);
        try {
            Optional<Layout> known =
                    known(head, given, answers).filter(layout -> given != null || !isRatherOfSales(layout, file, head));
            if (known.isEmpty() && given != null) {
                throw unknown.refusal(heads(head), given);
            }
            Optional<Layout> layout = known.isPresent() ? known : asked.of(file, heads(head), answers);
            return layout.orElseThrow(() -> unknown.refusal(heads(head))).with(Conventions.USUAL.in(encoding));
        } catch (MissingColumnsException e) {
            if (given != null) {
                throw e;
            }
            return asked.of(file, e, heads(head), answers).with(Conventions.USUAL.in(encoding));
        }
    }

    /**
     * Recognises a file that a mapping knows.
     *
     * @throws RefusedFileException if no mapping knows the file
     */
    Layout layout(Path file, Encoding encoding) throws IOException {
        Head head = Head.of(file, encoding);
        return known(head, null, Answers.NONE)
                .filter(layout -> !isRatherOfSales(layout, file, head))
                .orElseThrow(() -> unknown.refusal(heads(head)))
                .with(Conventions.USUAL.in(encoding));
    }

    /**
     * The layout by the first header that a mapping knows. A header of sales comes before one of customers or products above it, which
     * may be a line of the report such as {@code Customer number: 1001}.
     */
    private Optional<Layout> known(Head head, @Nullable Mapping given, Answers answers) {
        Layout masterData = null;
        boolean onlyLooksAlike = false;
        for (char delimiter : DELIMITERS) {
            HeadRecords records = head.records(delimiter);
            HeadRecord above = null;
            for (HeadRecord record = records.next(); record != null; record = records.next()) {
                Optional<Layout> layout = layout(above, record, given, answers);
                if (layout.isPresent() && layout.get().kind() == Kind.SALES) {
                    requireNarrow(layout.get().header());
                    return layout;
                }
                above = record;
                if (masterData == null) {
                    masterData = layout.orElse(null);
                } else {
                    onlyLooksAlike |= isLikelierHeader(record, masterData);
                }
            }
        }
        if (masterData == null || onlyLooksAlike) {
            return Optional.empty();
        }
        requireNarrow(masterData.header());
        return Optional.of(masterData);
    }

    /** The layout by a record, or by the record and the one above it, if that has sales. */
    private Optional<Layout> layout(
            @Nullable HeadRecord above, HeadRecord record, @Nullable Mapping given, Answers answers) {
        Optional<Layout> alone = layout(record, given, answers);
        if (above == null || alone.filter(HeaderSniffer::isOfSales).isPresent()) {
            return alone;
        }
        return TwoLineHeader.of(above, record)
                .flatMap(both -> layout(both, given, answers))
                .filter(HeaderSniffer::isOfSales)
                .or(() -> alone);
    }

    private Optional<Layout> layout(HeadRecord record, @Nullable Mapping given, Answers answers) {
        Table table = new Table(record.delimiter(), record.recordsBefore(), record.cells());
        return given == null ? recognition.of(table, answers) : recognition.as(given, table, answers);
    }

    private static boolean isOfSales(Layout layout) {
        return layout.kind() == Kind.SALES;
    }

    /**
     * Whether a record is more of a header than that of the customers or products above it, in which one cell alone has a known name: it
     * has more cells, and all of them may be names.
     */
    private static boolean isLikelierHeader(HeadRecord record, Layout above) {
        List<String> filled =
                record.cells().stream().filter(cell -> !Text.isBlank(cell)).toList();
        return above.delimiter() == record.delimiter()
                && above.mapping().isOfOwnNames()
                && above.columns().size() == 1
                && filled.size() > above.header().size()
                && HeaderLikeness.of(filled) == filled.size();
    }

    /** Whether a file of customers, in which one cell alone has a known name, has dates, products and amounts as sales have. */
    private boolean isRatherOfSales(Layout layout, Path file, Head head) {
        return layout.kind() == Kind.CUSTOMERS
                && layout.mapping().isOfOwnNames()
                && layout.columns().size() == 1
                && asked.of(file, heads(head), Answers.NONE)
                        .map(Layout::columns)
                        .filter(columns -> columns.containsKey(Column.ORDER_DATE))
                        .filter(columns -> columns.containsKey(Column.PRODUCT_ID))
                        .filter(columns -> columns.keySet().stream().anyMatch(OF_LINES::contains))
                        .isPresent();
    }

    /** The first records, cut at one delimiter after the other. */
    private static List<HeadRecord> heads(Head head) {
        List<HeadRecord> heads = new ArrayList<>();
        for (char delimiter : DELIMITERS) {
            HeadRecords records = head.records(delimiter);
            for (HeadRecord record = records.next(); record != null; record = records.next()) {
                heads.add(record);
            }
        }
        return heads;
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
