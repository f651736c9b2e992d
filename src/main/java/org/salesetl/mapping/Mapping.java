package org.salesetl.mapping;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.salesetl.notation.DateOrder;
import org.salesetl.notation.DecimalMark;
import org.salesetl.text.Encoding;
import org.salesetl.vocabulary.Acceptance;
import org.salesetl.vocabulary.Kind;

/**
 * How the files of one source are read. A mapping is data: the same YAML document in the built-in mappings, in the folder
 * {@code mappings}, on the page and in the API.
 *
 * @param name for people, for example "Shopify orders"
 * @param kind what the files bring
 * @param recognisedBy header cells that must all be there; none for a mapping that is recognised by {@code needs}
 * @param notWith header cells of which none may be there
 * @param needs our columns without which a file cannot be loaded; of several in one list, one is enough
 * @param columns where the files have the values of our columns
 * @param alsoCalled other names of our columns, each of which stands for the column in any file
 * @param carryDown columns whose blank cells mean "as above" on further lines of an order
 * @param headings columns whose value stands in a line of its own, without quantity or money, above the rows for which it counts
 * @param status what the statuses of rows mean; the first rule that makes a row no sale decides
 * @param noSaleWithout columns without which a row is no sale but sums up an order
 * @param withoutCustomer whether a sale without a customer loads; null if it does not
 * @param returns whether a sale with a negative quantity loads; null if the configuration decides
 * @param orderAmounts amounts of whole orders
 * @param dates what comes first in dates; null if the files tell
 * @param numbers what stands before decimals; null if the files tell
 * @param encoding the encoding; null if the files tell
 * @param currency the ISO 4217 code of the currency of all amounts; null if the files tell
 * @param refusal why files of this source are refused, for a source that has no sales; else null
 */
public record Mapping(
        String name,
        Kind kind,
        List<String> recognisedBy,
        List<String> notWith,
        List<List<Column>> needs,
        Map<Column, CellSource> columns,
        Map<Column, List<String>> alsoCalled,
        Set<Column> carryDown,
        Set<Column> headings,
        List<StatusRule> status,
        Set<Column> noSaleWithout,
        @Nullable Acceptance withoutCustomer,
        @Nullable Acceptance returns,
        List<OrderAmount> orderAmounts,
        @Nullable DateOrder dates,
        @Nullable DecimalMark numbers,
        @Nullable Encoding encoding,
        @Nullable String currency,
        @Nullable String refusal)
        implements Serializable {

    private static final int VERSION_DIGITS = 12;

    public Mapping {
        recognisedBy = List.copyOf(recognisedBy);
        notWith = List.copyOf(notWith);
        needs = needs.stream().map(List::copyOf).toList();
        columns = ordered(columns);
        alsoCalled = ordered(alsoCalled);
        carryDown = ordered(carryDown);
        headings = ordered(headings);
        status = List.copyOf(status);
        noSaleWithout = ordered(noSaleWithout);
        orderAmounts = List.copyOf(orderAmounts);
        refusal = refusal == null || refusal.isBlank() ? null : refusal;
    }

    private static <V> Map<Column, V> ordered(Map<Column, V> values) {
        Map<Column, V> ordered = new EnumMap<>(Column.class);
        ordered.putAll(values);
        return Collections.unmodifiableMap(ordered);
    }

    private static Set<Column> ordered(Set<Column> columns) {
        Set<Column> ordered = EnumSet.noneOf(Column.class);
        ordered.addAll(columns);
        return Collections.unmodifiableSet(ordered);
    }

    /** Whether files are recognised by their columns in our own names, and not by the cells that one source writes. */
    @JsonIgnore
    public boolean isOfOwnNames() {
        return recognisedBy.isEmpty();
    }

    /**
     * Whether a header has all cells by which this mapping is recognised.
     *
     * @param cells the header's cells, normalised
     */
    public boolean recognises(Set<String> cells) {
        return new Recogniser(this).recognises(cells);
    }

    private static Set<String> normalised(List<String> cells) {
        return cells.stream().map(HeaderCell::normalised).collect(Collectors.toSet());
    }

    /** The needs that columns do not meet. */
    public List<List<Column>> missing(Set<Column> found) {
        return required().stream()
                .filter(need -> need.stream().noneMatch(found::contains))
                .toList();
    }

    /** The names of a column in any file: its own, and the others. */
    public Stream<String> names(Column column) {
        return Stream.concat(Stream.of(column.label()), alsoCalled.getOrDefault(column, List.of()).stream());
    }

    /** Our columns without which a file of this mapping cannot be loaded; of several in one list, one is enough. */
    public List<List<Column>> required() {
        if (!needs.isEmpty()) {
            return needs;
        }
        return switch (kind) {
            case RATES -> List.of(List.of(Column.DATE), List.of(Column.CURRENCY), List.of(Column.RATE));
            case CUSTOMERS -> List.of(List.of(Column.CUSTOMER_ID));
            case PRODUCTS -> List.of(List.of(Column.PRODUCT_ID));
            case SALES ->
                Stream.of(Column.CUSTOMER_ID, Column.PRODUCT_ID, Column.ORDER_DATE, Column.QUANTITY)
                        .filter(column -> column != Column.CUSTOMER_ID || !acceptsGuests())
                        .map(List::of)
                        .toList();
        };
    }

    /** The columns that a file needs, as part of a sentence. */
    public String requiredInWords() {
        return inWords(required());
    }

    /** Columns as part of a sentence. */
    public static String inWords(List<List<Column>> needs) {
        List<String> words = needs.stream()
                .map(need -> need.stream().map(Column::label).collect(Collectors.joining(" or ")))
                .toList();
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** Whether a sale without a customer loads. */
    public boolean acceptsGuests() {
        return withoutCustomer == Acceptance.ACCEPT;
    }

    /**
     * A mapping of files with exactly these columns, as a person has said it.
     *
     * @param name for people
     * @param kind what the files bring
     * @param header the cells of the header that are not blank
     * @param columns where the files have the values of our columns
     * @param carryDown columns whose blank cells mean "as above"
     */
    public static Mapping ofHeader(
            String name, Kind kind, List<String> header, Map<Column, CellSource> columns, Set<Column> carryDown) {
        boolean guests = kind == Kind.SALES && !columns.containsKey(Column.CUSTOMER_ID);
        return new Mapping(
                name,
                kind,
                header,
                List.of(),
                List.of(),
                columns,
                Map.of(),
                carryDown,
                Set.of(),
                statuses(columns),
                Set.of(),
                guests ? Acceptance.ACCEPT : null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    private static List<StatusRule> statuses(Map<Column, CellSource> columns) {
        CellSource status = columns.get(Column.STATUS);
        return status == null
                ? List.of()
                : status.cells().stream()
                        .map(cell -> new StatusRule(cell, List.of(), List.of(), List.of(), null))
                        .toList();
    }

    /** The same, with other columns, recognised by another header. */
    public Mapping of(String otherName, List<String> header, Map<Column, CellSource> otherColumns) {
        boolean guests = kind == Kind.SALES && !otherColumns.containsKey(Column.CUSTOMER_ID);
        return new Mapping(
                otherName,
                kind,
                header,
                List.of(),
                needs,
                otherColumns,
                alsoCalled,
                carryDown,
                headings,
                status,
                noSaleWithout,
                guests ? Acceptance.ACCEPT : withoutCustomer,
                returns,
                orderAmounts,
                dates,
                numbers,
                encoding,
                currency,
                null);
    }

    /** The same, under another name. */
    public Mapping called(String otherName) {
        return of(otherName, recognisedBy, columns);
    }

    /** The same, where some values of a column of statuses mean this. */
    public Mapping with(String column, List<String> values, Standing standing) {
        List<StatusRule> rules = new ArrayList<>();
        boolean known = false;
        for (StatusRule rule : status) {
            boolean same = HeaderCell.normalised(rule.column()).equals(HeaderCell.normalised(column));
            rules.add(same ? rule.with(values, standing) : rule);
            known |= same;
        }
        if (!known) {
            rules.add(new StatusRule(column, List.of(), List.of(), List.of(), null).with(values, standing));
        }
        // who says that rows are returns wants them to lower the revenue
        boolean accepts = standing == Standing.RETURN && returns == null;
        return with(alsoCalled, rules, accepts ? Acceptance.ACCEPT : returns);
    }

    /**
     * The version: the first twelve hexadecimal digits of a hash of the document. So the same document is the same version wherever it
     * stands, in the folder, in the database or among the built-in ones, and instances that share a database need no counter.
     */
    public String version() {
        return DigestUtils.sha256Hex(MappingYaml.write(this)).substring(0, VERSION_DIGITS);
    }

    /** The same, with more names for columns. */
    Mapping with(Map<Column, List<String>> aliases) {
        Map<Column, List<String>> names = new EnumMap<>(Column.class);
        Set<String> taken =
                normalised(aliases.values().stream().flatMap(List::stream).toList());
        alsoCalled.forEach((column, others) -> names.put(
                column,
                Stream.concat(
                                others.stream().filter(other -> !taken.contains(HeaderCell.normalised(other))),
                                aliases.getOrDefault(column, List.of()).stream())
                        .toList()));
        return with(names, status, returns);
    }

    private Mapping with(Map<Column, List<String>> names, List<StatusRule> rules, @Nullable Acceptance ofReturns) {
        return new Mapping(
                name,
                kind,
                recognisedBy,
                notWith,
                needs,
                columns,
                names,
                carryDown,
                headings,
                rules,
                noSaleWithout,
                withoutCustomer,
                ofReturns,
                orderAmounts,
                dates,
                numbers,
                encoding,
                currency,
                refusal);
    }
}
