package org.salesetl.inbox;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.layout.Answers;
import org.salesetl.layout.ChunkReader;
import org.salesetl.layout.Currencies;
import org.salesetl.layout.DecimalMarks;
import org.salesetl.layout.FileSurvey;
import org.salesetl.layout.FirstOrders;
import org.salesetl.layout.HeldBackFileException;
import org.salesetl.layout.Layout;
import org.salesetl.layout.RejectColumns;
import org.salesetl.layout.RejectsTable;
import org.salesetl.mapping.DiscountUnit;
import org.salesetl.mapping.Mapping;
import org.salesetl.notation.DateOrder;
import org.salesetl.notation.WrittenCurrency;
import org.salesetl.sql.SqlRow;
import org.salesetl.text.DropGoneException;
import org.salesetl.text.FileFormat;
import org.salesetl.text.PlainFile;
import org.salesetl.text.RefusedFileException;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Labelled;
import org.springframework.stereotype.Component;

/** Reads claimed files: what they are, and which records they hold. */
@Component
public class Drops {

    private static final int BUFFER_BYTES = 1 << 18;

    private final FileSurvey survey;
    private final @Nullable String currency;
    private final @Nullable String ofCountry;

    Drops(FileSurvey survey, SalesEtlProperties properties) {
        this.survey = survey;
        Currency configured = properties.currency();
        this.currency = configured == null ? null : configured.getCurrencyCode();
        this.ofCountry = currencyOf(properties.locale());
    }

    /** Hashes the bytes of a file, for a compressed file the compressed bytes. */
    public Drop identify(Path file) throws IOException {
        return identify(file, file.getFileName().toString());
    }

    /** Hashes the bytes of a file that had another name when it was dropped. */
    public Drop identify(Path file, String name) throws IOException {
        // before the first byte is read, so that a later change is noticed
        Instant modified = modified(file);
        String identity = identity(file);
        MessageDigest digest = DigestUtils.getSha256Digest();
        long size = 0;
        byte[] buffer = new byte[(int) Math.min(BUFFER_BYTES, Files.size(file) + 1)];
        try (InputStream stream = PlainFile.open(file)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        return new Drop(file, name, HexFormat.of().formatHex(digest.digest()), size, modified, identity);
    }

    private static Instant modified(Path file) throws IOException {
        PlainFile.require(file);
        return Files.getLastModifiedTime(file, NOFOLLOW_LINKS).toInstant();
    }

    /**
     * The file's number and its change time, which nobody can set back: every change of its content, times or name updates it.
     */
    private static String identity(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? Files.readAttributes(file, "unix:dev,ino,ctime", NOFOLLOW_LINKS)
                        .toString()
                : "";
    }

    /**
     * Surveys a file: the header tells its kind, and all cells together tell how it is written. The questions of the layout are those
     * that the file raises.
     *
     * @throws RefusedFileException if it has no table, or is no text
     * @throws DropChangedException if it has to be taken apart: it has taken the place of a file that had not
     */
    public Layout layout(Drop drop) throws IOException {
        return layout(drop, null, Answers.NONE);
    }

    /**
     * Recognises a file by its header, without a look at its rows.
     *
     * @param given the mapping that reads the file, whatever others fit the header; null if the header decides
     * @throws RefusedFileException if the mapping does not fit, or if the file has no table, or is no text
     * @throws DropChangedException if it has to be taken apart: it has taken the place of a file that had not
     */
    public Layout recognised(Drop drop, @Nullable Mapping given) throws IOException {
        FileFormat format = FileFormat.of(drop.path());
        format.requireReadable();
        if (format.isContainer()) {
            throw new DropChangedException(drop.name());
        }
        return survey.recognised(drop.path(), given);
    }

    /**
     * Surveys a file after the answers for files with these columns.
     *
     * @param given the mapping that reads the file, whatever others fit the header; null if the header decides
     * @param answers what people have answered
     * @throws RefusedFileException if the mapping does not fit, or if the file has no table, or is no text
     * @throws DropChangedException if it has to be taken apart: it has taken the place of a file that had not
     */
    public Layout layout(Drop drop, @Nullable Mapping given, Answers answers) throws IOException {
        return layout(drop, recognised(drop, given), given, answers);
    }

    /** The same, for a file that has been recognised. */
    public Layout layout(Drop drop, Layout recognised, @Nullable Mapping given, Answers answers) throws IOException {
        return survey.layout(drop.path(), recognised, given, answers);
    }

    /**
     * The first orders of a file, if the orders that are loaded may tell what its numbers are.
     *
     * @param layout its layout after the answers
     */
    public FirstOrders firstOrders(Drop drop, Layout layout, Answers answers) throws IOException {
        return survey.firstOrders(drop.path(), layout, answers);
    }

    /**
     * The layout of a file that can be loaded.
     *
     * @param layout its layout after the answers for files with these columns
     * @param warehouseCurrency the currency of the warehouse as an earlier file has named it; null if none has
     * @throws HeldBackFileException if something is still open
     */
    public Layout decided(Layout layout, @Nullable String warehouseCurrency) {
        if (layout.isUndecided()) {
            throw new HeldBackFileException(layout.questions());
        }
        return sayingCurrencies(inWarehouse(layout, warehouseCurrency), warehouseCurrency);
    }

    /**
     * Makes sure that the amounts of the file can be added to those in the warehouse.
     *
     * @param warehouseCurrency the currency of the amounts in the warehouse; null if nobody has named it
     * @throws RefusedFileException if the configuration has changed since these amounts were loaded
     */
    public void requireSameCurrency(Layout layout, @Nullable String warehouseCurrency) {
        if (layout.kind().hasAmounts()
                && currency != null
                && warehouseCurrency != null
                && !WrittenCurrency.code(warehouseCurrency, List.of(currency)).equals(currency)) {
            throw new RefusedFileException("Expected amounts in " + warehouseCurrency
                    + ", as in the warehouse, but sales-etl.currency says " + currency
                    + ". Reload the warehouse, and drop rates in " + currency + "; or set sales-etl.currency="
                    + warehouseCurrency
                    + ", and drop the file again.");
        }
    }

    /**
     * The layout of a file in a warehouse of this currency, unless the configuration names another one.
     *
     * @param warehouseCurrency null if nobody has named it
     */
    public Layout inWarehouse(Layout layout, @Nullable String warehouseCurrency) {
        Currencies currencies = layout.conventions().currencies();
        String own = currency == null ? warehouseCurrency : currency;
        return layout.with(
                layout.conventions().with(currencies.in(own, layout.kind().hasAmounts(), ofCountry)));
    }

    /** Says which currencies the file names, if it names others than that of the warehouse, or is the first to name any. */
    private Layout sayingCurrencies(Layout layout, @Nullable String warehouseCurrency) {
        Currencies currencies = layout.conventions().currencies();
        boolean isFirst = currency == null && warehouseCurrency == null;
        if (!layout.kind().hasAmounts() || currencies.named().isEmpty() || (currencies.areOwn() && !isFirst)) {
            return layout;
        }
        String words = "currencies: " + currencies.words() + "; the warehouse has " + currencies.own()
                + (isFirst ? " from now on, unless sales-etl.currency says another" : "");
        return layout.with(layout.conventions().knowing(words));
    }

    private static @Nullable String currencyOf(Locale locale) {
        try {
            Currency ofCountry = Currency.getInstance(locale);
            return ofCountry == null ? null : ofCountry.getCurrencyCode();
        } catch (IllegalArgumentException noCountry) {
            return null;
        }
    }

    /** The quarantine number of the first row in a file of rejects; 0 if the first row has no such number. */
    public long firstReturnedRow(Drop drop, Layout layout) throws IOException {
        try (ChunkReader chunks = chunks(drop, layout)) {
            int place = layout.header().indexOf(RejectColumns.ROW);
            if (place < 0 || !chunks.hasNext()) {
                return 0;
            }
            List<String> cells = RejectsTable.cells(chunks.next().raw(0), layout.delimiter());
            String row = place < cells.size() ? Text.strip(cells.get(place)) : "";
            return row.matches("\\d{1,18}") ? Long.parseLong(row) : 0;
        }
    }

    /**
     * The layout of a file of rejects, with the conventions for dates and numbers of the file that its rows come from, and with the
     * answers about that file.
     *
     * @param row the row of {@code select-origin.sql}; null if that file is unknown
     */
    public Layout asOrigin(Layout rejects, @Nullable SqlRow row, Answers answers) {
        String unit = row == null ? null : row.textOrNull("discount_unit");
        return survey.returned(
                row == null ? rejects : asOrigin(rejects, row),
                unit == null ? null : Labelled.of(DiscountUnit.class, unit),
                answers);
    }

    private static Layout asOrigin(Layout rejects, SqlRow row) {
        String currencies = row.textOrNull("currencies");
        return rejects.with(rejects.conventions()
                        .as(
                                Labelled.of(DateOrder.class, row.text("date_order")),
                                DecimalMarks.ofLabel(row.text("decimal_mark")),
                                currencies == null ? List.of() : List.of(currencies.split(","))))
                .asking(List.of());
    }

    /**
     * The records below the header, a few thousand at a time. The iterator keeps the file open until it is closed.
     *
     * @throws RefusedFileException while it is read, if a compressed file turns out to be damaged
     */
    public ChunkReader chunks(Drop drop, Layout layout) throws IOException {
        return ChunkReader.open(drop.path(), layout);
    }

    /**
     * Makes sure that nobody has written to the file, or put another file in its place, since it was identified.
     *
     * @throws DropGoneException if somebody has deleted the file
     * @throws DropChangedException if somebody has changed or replaced it: it was dropped before it was complete
     */
    public void requireUnchanged(Drop drop) throws IOException {
        if (!modified(drop.path()).equals(drop.modified())
                || Files.size(drop.path()) != drop.size()
                || !identity(drop.path()).equals(drop.identity())) {
            throw new DropChangedException(drop.name());
        }
    }
}
