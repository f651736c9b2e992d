package org.salesetl.layout;

import jakarta.inject.Named;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.DiscountUnit;
import org.salesetl.mapping.HeaderWords;
import org.salesetl.mapping.Mapping;
import org.salesetl.mapping.Mappings;
import org.salesetl.mapping.StatusWords;
import org.salesetl.notation.DateOrder;
import org.salesetl.text.DropStream;
import org.salesetl.text.Encoding;
import org.salesetl.text.EncodingSurvey;
import org.salesetl.text.RefusedFileException;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Subject;

/** Reads a whole file before its first row is loaded, and finds out what it is and how it is written. */
@Named
public class FileSurvey {

    private final HeaderSniffer sniffer;
    private final Settlement settlement;
    private final Mappings mappings;
    private final StatusWords statusWords;
    private final HeaderWords headerWords;
    private final DiscountNames discounts;
    private final Clock clock;
    private final Map<Kind, Encoding> forced;
    private final Set<String> nullWords;

    FileSurvey(
            HeaderSniffer sniffer,
            Settlement settlement,
            Mappings mappings,
            StatusWords statusWords,
            HeaderWords headerWords,
            Clock clock,
            ReadingSettings settings) {
        this.clock = clock;
        this.sniffer = sniffer;
        this.settlement = settlement;
        this.mappings = mappings;
        this.statusWords = statusWords;
        this.headerWords = headerWords;
        this.discounts = new DiscountNames(headerWords);
        this.forced = settings.encodings();
        this.nullWords = settings.nullWords();
    }

    /**
     * Recognises a file by its header. Its conventions are the usual ones in the encoding of the file.
     *
     * @param given the mapping that reads the file, whatever others fit the header; null if the header decides
     * @throws RefusedFileException if it has no table, or is damaged
     */
    public Layout recognised(Path file, @Nullable Mapping given) throws IOException {
        return recognised(file, encoding(file), given, Answers.NONE);
    }

    /**
     * How to read the file, after what people have answered. The questions of the layout are those that are still open.
     *
     * @param recognised the file as {@link #recognised} found it
     * @param given the mapping that reads the file, whatever others fit the header; null if the header decides
     * @param all what people have answered for files with these columns
     * @throws RefusedFileException if it has no table, or is damaged
     */
    public Layout layout(Path file, Layout recognised, @Nullable Mapping given, Answers all) throws IOException {
        Layout layout = all.equals(Answers.NONE)
                ? recognised
                : recognised(file, recognised.conventions().encoding(), given, all);
        Layout surveyed;
        boolean written = mappings.isWritten(layout.mapping());
        Answers answers = written ? all.without(DiscountSurvey.TOPIC) : all;
        SignSurvey signs = new SignSurvey();
        try (ChunkReader chunks = ChunkReader.open(file, layout)) {
            surveyed = CellSurvey.of(
                    chunks,
                    layout,
                    written,
                    statusWords,
                    headerWords,
                    LocalDate.now(clock).plusDays(1),
                    signs,
                    DropStream.isOfEvents(file));
        }
        surveyed = written ? surveyed.without(DiscountSurvey.TOPIC) : surveyed;
        surveyed = StatusesOfRows.asked(
                file, surveyed, !written && mayBeTakenBack(signs, answers), answers, statusWords, nullWords);
        surveyed =
                surveyed.conventions().dates() == DateOrder.UNDECIDED ? followingOtherDates(file, surveyed) : surveyed;
        surveyed = GuestSurvey.asked(file, surveyed, nullWords);
        surveyed = mayStartAgain(surveyed, answers) ? OrderNumberSurvey.asked(file, surveyed, nullWords) : surveyed;
        surveyed = signs.hasFound() && !written ? ReturnSurvey.asked(file, surveyed, nullWords) : surveyed;
        surveyed = settlement.settle(surveyed, answers);
        surveyed = settlement.settle(comparingAmounts(file, surveyed), answers);
        return surveyed.with(surveyed.conventions().knowing(UsedColumns.words(surveyed)));
    }

    /**
     * The first orders of a file, if the orders that are loaded may tell whether its numbers start again each day.
     *
     * @param layout the layout of the file, with the questions that it raises by itself
     */
    public FirstOrders firstOrders(Path file, Layout layout, Answers answers) throws IOException {
        boolean isAsked = layout.questions().stream()
                .anyMatch(question -> question.topic().about() == Subject.ORDERS);
        return !isAsked && mayStartAgain(layout, answers) ? FirstOrders.of(file, layout, nullWords) : FirstOrders.NONE;
    }

    private boolean mayStartAgain(Layout layout, Answers answers) {
        return !mappings.isWritten(layout.mapping())
                && answers.about(Subject.ORDERS) == null
                && OrderNumberSurvey.isNeeded(layout);
    }

    /** Only a row with a minus takes back another one; but what somebody has answered about a status counts in every file. */
    private static boolean mayBeTakenBack(SignSurvey signs, Answers answers) {
        return signs.hasFound()
                || answers.byTopic().keySet().stream().anyMatch(topic -> topic.about() == Subject.STATUS);
    }

    /**
     * How to read rows that come back, after what people have answered about the file that they are from.
     *
     * @param unit what the discounts of that file count; null if it is not known
     */
    public Layout returned(Layout layout, @Nullable DiscountUnit unit, Answers answers) {
        if (unit == null) {
            return settlement.settleReturned(layout, answers);
        }
        Layout settled = settlement.settleReturned(layout, answers.without(DiscountSurvey.TOPIC));
        return settled.on(settled.terms().with(unit));
    }

    private Layout recognised(Path file, Encoding found, @Nullable Mapping given, Answers answers) throws IOException {
        Layout layout = sniffer.layout(file, found, given, answers);
        Encoding wanted = layout.mapping().encoding() == null
                ? forced.get(layout.kind())
                : layout.mapping().encoding();
        return wanted == null || wanted == layout.conventions().encoding()
                ? layout
                : sniffer.layout(file, wanted, given, answers);
    }

    private static Layout followingOtherDates(Path file, Layout layout) throws IOException {
        Conventions conventions;
        try (ChunkReader chunks = ChunkReader.open(file, layout)) {
            conventions = OtherDates.decide(chunks, layout);
        }
        return conventions.dates() == DateOrder.UNDECIDED
                ? layout
                : layout.with(conventions).without(Topic.of(Subject.DATES));
    }

    /** The built-in mappings name what counts, and have been held against files of their sources. */
    private Layout comparingAmounts(Path file, Layout layout) throws IOException {
        if (mappings.isBuiltIn(layout.mapping())) {
            return layout;
        }
        if (!AmountSurvey.isNeeded(layout)) {
            return mappings.isWritten(layout.mapping()) ? layout : LinePriceSurvey.asked(file, layout, nullWords);
        }
        try (ChunkReader chunks = ChunkReader.open(file, layout)) {
            return AmountSurvey.compare(chunks, layout, discounts, nullWords);
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
