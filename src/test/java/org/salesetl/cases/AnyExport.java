package org.salesetl.cases;

import static org.salesetl.cases.AnyNotation.any;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderCell;

/**
 * A program that nobody has seen yet writes some sales: which columns it has, in which order and under which names, what a blank cell
 * means and how it marks what is no sale, is chosen at random. With it comes the mapping that a person would write, and what must
 * come out. That is worked out from the sales alone, by no code that reads files.
 */
public final class AnyExport {

    /** How the lines of an order stand together. */
    private enum Shape {
        /** Every line says everything. */
        FLAT,
        /** Only the first line of an order says what counts for all of its lines. */
        CARRIED,
        /** A row without product sums up the order whose lines follow. */
        SUMMED_UP,
        /** The product stands in a line of its own, above its sales. */
        UNDER_HEADINGS
    }

    /** Which columns hold the money. */
    private enum Money {
        PRICE,
        PRICE_AND_DISCOUNT,
        AMOUNT,
        /** The amount is blank on some lines, where the price counts. */
        PRICE_AND_AMOUNT
    }

    private static final Map<Column, List<String>> NAMES = Map.ofEntries(
            Map.entry(
                    Column.ORDER_ID,
                    List.of("Bon", "Paragon nr", "Zamówienie", "N° ticket", "伝票番号", "Order", "Fiş No")),
            Map.entry(Column.SALE_ID, List.of("Pozycja", "Rad", "Line", "Lfd. Nr.", "行")),
            Map.entry(
                    Column.ORDER_DATE, List.of("Datum", "Data sprzedaży", "日付", "When", "Tarih", "Försäljningsdatum")),
            Map.entry(Column.CUSTOMER_ID, List.of("Klant", "Kundnummer", "Müşteri", "得意先", "Bill to", "Nabywca")),
            Map.entry(Column.PRODUCT_ID, List.of("Artikel", "Ürün Kodu", "商品コード", "SKU", "Kod towaru", "Item")),
            Map.entry(Column.QUANTITY, List.of("Ilość", "Aantal", "Adet", "数量", "Antal", "Qty")),
            Map.entry(Column.PRICE, List.of("Cena", "Stukprijs", "単価", "Pris", "Price, each", "Birim Fiyat")),
            Map.entry(Column.AMOUNT, List.of("Wartość", "Bedrag", "金額", "Belopp", "Amount; net", "Tutar")),
            Map.entry(Column.DISCOUNT, List.of("Rabat", "Korting", "値引", "Rabatt", "İndirim", "Line\ndiscount")));

    /** Names that mean something else to anybody, even to the mappings that are built in. */
    private static final List<String> MISLEADING = List.of(
            "order_id",
            "customer_id",
            "product_id",
            "date",
            "quantity",
            "price",
            "amount",
            "total",
            "status",
            "sku",
            "Lineitem name",
            "Qty",
            "Total");

    private static final List<String> NOISE =
            List.of("note", "Uwagi", "", "", "shipped", "Kasse", "Steuer %", "x", "x", "updated at", "Filiale");
    private static final List<String> TOTALS = List.of(
            "Total", "Subtotal", "Grand total:", "Summe", "Gesamt", "Total général", "Totale", "Suma", "Totaal");
    private static final List<String> PREAMBLE = List.of(
            "Kaufladen Müller",
            "Report \"Sales\" of March",
            "",
            "Period: 2025",
            "sales, by item",
            "printed;by;Anna",
            "2025-03-31");
    private static final String STATUS = "State of it";

    private final Random random;
    private final AnyNotation notation;
    private final Shape shape;
    private final Money money;
    private final char delimiter;
    private final String lineEnd;
    private final boolean quotesAll;
    private final boolean hasOrders;
    private final boolean hasLineIds;
    private final boolean hasStatus;
    private final boolean returnsByStatus;
    private final boolean acceptsGuests;
    private final boolean acceptsReturns;
    private final boolean mappingTellsDates;
    private final boolean mappingTellsNumbers;
    private final boolean joinsCustomer;
    private final boolean choosesProduct;
    private final boolean trailingDelimiter;
    private final boolean negativeDiscounts;
    private final List<String> header = new ArrayList<>();

    /** The header cells of each of our columns: one, or those of which the first counts, or those that are joined. */
    private final Map<Column, List<String>> cells = new EnumMap<>(Column.class);

    private final Map<String, Integer> places = new HashMap<>();
    private final List<AnySale> sales;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();
    private int leftOut;
    private int rejected;
    private boolean asks;

    /** The export that a seed stands for. */
    public AnyExport(long seed) {
        this.random = new Random(seed);
        this.notation = new AnyNotation(random);
        this.shape = any(random, List.of(Shape.values()));
        this.money = any(random, List.of(Money.values()));
        this.delimiter = any(random, List.of(',', ';', '\t', '|'));
        this.lineEnd = any(random, List.of("\n", "\r\n", "\r"));
        this.quotesAll = random.nextInt(3) == 0;
        this.hasOrders = shape == Shape.CARRIED || shape == Shape.SUMMED_UP || random.nextInt(5) > 0;
        this.hasLineIds = random.nextInt(3) == 0;
        this.hasStatus = random.nextBoolean();
        this.returnsByStatus = hasStatus && random.nextBoolean();
        this.acceptsGuests = random.nextInt(3) > 0;
        this.acceptsReturns = random.nextBoolean();
        this.mappingTellsDates = random.nextInt(3) == 0;
        this.mappingTellsNumbers = random.nextInt(3) == 0;
        this.joinsCustomer = random.nextInt(4) == 0;
        this.choosesProduct = shape != Shape.UNDER_HEADINGS && random.nextInt(4) == 0;
        this.trailingDelimiter = random.nextInt(5) == 0;
        this.negativeDiscounts = random.nextBoolean();
        this.sales = inOrderOfShape(AnySale.some(random, 1 + random.nextInt(25)));
        makeHeader();
        makeRows();
        this.asks = !notation.dateOrder().isEmpty() && !mappingTellsDates && !sales.isEmpty() && datesTellNothing();
    }

    private List<AnySale> inOrderOfShape(List<AnySale> made) {
        // a program without a status has no cancelled orders
        List<AnySale> written = new ArrayList<>(
                made.stream().filter(sale -> hasStatus || !sale.cancelled()).toList());
        if (shape != Shape.FLAT || !hasOrders) {
            // where nothing else is in the line, nobody could tell this product from a total
            written.removeIf(sale -> sale.product().equals("Total"));
        }
        if (shape == Shape.UNDER_HEADINGS) {
            written.sort(Comparator.comparing(AnySale::product));
        }
        return written;
    }

    /** Whether every date can be read both ways, and at least one means another day then. */
    private boolean datesTellNothing() {
        return sales.stream().allMatch(sale -> sale.date().getDayOfMonth() <= 12)
                && sales.stream()
                        .anyMatch(sale ->
                                sale.date().getDayOfMonth() != sale.date().getMonthValue());
    }

    private void makeHeader() {
        boolean misleading = random.nextInt(5) == 0;
        List<Column> columns =
                new ArrayList<>(List.of(Column.ORDER_DATE, Column.CUSTOMER_ID, Column.PRODUCT_ID, Column.QUANTITY));
        if (hasOrders) {
            columns.add(Column.ORDER_ID);
        }
        if (hasLineIds) {
            columns.add(Column.SALE_ID);
        }
        if (money != Money.AMOUNT) {
            columns.add(Column.PRICE);
        }
        if (money == Money.AMOUNT || money == Money.PRICE_AND_AMOUNT) {
            columns.add(Column.AMOUNT);
        }
        if (money == Money.PRICE_AND_DISCOUNT) {
            columns.add(Column.DISCOUNT);
        }
        Set<String> taken = new HashSet<>(Set.of(HeaderCell.normalised(STATUS)));
        for (Column column : columns) {
            boolean two =
                    (column == Column.CUSTOMER_ID && joinsCustomer) || (column == Column.PRODUCT_ID && choosesProduct);
            List<String> names = new ArrayList<>(List.of(name(misleading ? MISLEADING : namesOf(column), taken)));
            if (two) {
                names.add(name(namesOf(column), taken));
            }
            cells.put(column, names);
            header.addAll(names);
        }
        if (hasStatus) {
            header.add(STATUS);
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            String noise = any(random, NOISE);
            header.add(taken.contains(HeaderCell.normalised(noise)) ? "" : noise);
        }
        Collections.shuffle(header, random);
        for (int place = header.size() - 1; place >= 0; place--) {
            places.put(header.get(place), place);
        }
    }

    private List<String> namesOf(Column column) {
        return NAMES.getOrDefault(column, List.of());
    }

    private String name(List<String> choices, Set<String> taken) {
        List<String> free = choices.stream()
                .filter(notation::canWrite)
                .filter(name -> !taken.contains(HeaderCell.normalised(name)))
                .toList();
        String name = free.isEmpty() ? "Column " + (char) ('A' + taken.size()) : any(random, free);
        taken.add(HeaderCell.normalised(name));
        return name;
    }

    private void makeRows() {
        String order = "";
        String product = "";
        int line = 0;
        for (AnySale sale : sales) {
            boolean first = !sale.order().equals(order);
            if (shape == Shape.UNDER_HEADINGS && !sale.product().equals(product)) {
                leaveOut(row(Map.of(cell(Column.PRODUCT_ID), sale.product())));
            }
            if (shape == Shape.SUMMED_UP && first) {
                leaveOut(summary(sale));
            }
            rows.add(row(sale, first, ++line));
            expect(sale);
            order = sale.order();
            product = sale.product();
            interrupt();
        }
        if (random.nextBoolean()) {
            leaveOut(total());
        }
        for (int i = random.nextInt(3) == 0 ? 5 : 0; i > 0; i--) {
            leaveOut(template());
        }
        if (header.stream().filter(cell -> !cell.isEmpty()).count() >= 5 && random.nextInt(3) == 0) {
            List<String> footer = row(Map.of());
            footer.set(0, "Printed on a rainy day");
            leaveOut(footer);
        }
    }

    /** What stands between the rows of some reports. */
    private void interrupt() {
        switch (random.nextInt(25)) {
            case 0 -> leaveOut(total());
            case 1 -> leaveOut(new ArrayList<>(header));
            case 2 -> rows.add(row(Map.of()));
            case 3 -> rows.add(new ArrayList<>(List.of("")));
            default -> {
                // nothing
            }
        }
    }

    private void leaveOut(List<String> row) {
        rows.add(row);
        leftOut++;
    }

    private void expect(AnySale sale) {
        if (sale.cancelled()) {
            leftOut++;
            return;
        }
        if ((sale.customer().isEmpty() && !acceptsGuests) || (sale.returned() && !acceptsReturns)) {
            rejected++;
            return;
        }
        BigDecimal paid = switch (money) {
            case PRICE, PRICE_AND_AMOUNT -> sale.paidByPrice();
            case PRICE_AND_DISCOUNT -> sale.paidByPrice().subtract(sale.discount());
            case AMOUNT -> sale.amount();
        };
        facts.add(fact(
                hasOrders ? sale.order() : "",
                sale.customer(),
                sale.product(),
                sale.date().toString(),
                sale.signedQuantity(),
                sale.returned() ? paid.negate() : paid));
    }

    /** A sale as one line of text. */
    public static String fact(
            String order, String customer, String product, String date, BigDecimal quantity, BigDecimal revenue) {
        return Stream.of(order, customer, product, date, plain(quantity), plain(revenue))
                .reduce((one, other) -> one + " | " + other)
                .orElseThrow();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private String cell(Column column) {
        return cells.getOrDefault(column, List.of("")).get(0);
    }

    private List<String> row(Map<String, String> values) {
        List<String> row = new ArrayList<>(Collections.nCopies(header.size(), ""));
        values.forEach((name, value) -> row.set(places.getOrDefault(name, 0), value));
        return row;
    }

    private List<String> row(AnySale sale, boolean first, int line) {
        Map<String, String> values = new HashMap<>();
        if (shape == Shape.FLAT || shape == Shape.UNDER_HEADINGS || (shape == Shape.CARRIED && first)) {
            values.putAll(ofOrder(sale));
        }
        if (hasOrders && random.nextBoolean()) {
            values.put(cell(Column.ORDER_ID), sale.order());
        }
        if (hasLineIds) {
            values.put(cell(Column.SALE_ID), String.valueOf(line));
        }
        if (shape != Shape.UNDER_HEADINGS) {
            List<String> names = cells.getOrDefault(Column.PRODUCT_ID, List.of());
            values.put(any(random, names), sale.product());
        }
        BigDecimal quantity = returnsByStatus ? sale.quantity() : sale.signedQuantity();
        values.put(cell(Column.QUANTITY), notation.quantity(quantity));
        putMoney(sale, values);
        List<String> row = row(values);
        addNoise(row);
        return row;
    }

    private void putMoney(AnySale sale, Map<String, String> values) {
        BigDecimal sign = BigDecimal.valueOf(sale.returned() && !returnsByStatus ? -1 : 1);
        if (money != Money.AMOUNT) {
            values.put(cell(Column.PRICE), notation.money(sale.price()));
        }
        if (money == Money.AMOUNT) {
            values.put(cell(Column.AMOUNT), notation.money(sale.amount().multiply(sign)));
        }
        if (money == Money.PRICE_AND_AMOUNT
                && sale.paidByPrice().stripTrailingZeros().scale() <= 2
                && random.nextBoolean()) {
            values.put(cell(Column.AMOUNT), notation.money(sale.paidByPrice().multiply(sign)));
        }
        if (money == Money.PRICE_AND_DISCOUNT && (sale.discount().signum() > 0 || random.nextBoolean())) {
            values.put(
                    cell(Column.DISCOUNT),
                    notation.money(negativeDiscounts ? sale.discount().negate() : sale.discount()));
        }
    }

    /** What counts for all lines of an order. */
    private Map<String, String> ofOrder(AnySale sale) {
        Map<String, String> values = new HashMap<>();
        if (hasOrders) {
            values.put(cell(Column.ORDER_ID), sale.order());
        }
        values.put(cell(Column.ORDER_DATE), notation.date(sale.date()));
        if (joinsCustomer && !sale.customer().isEmpty()) {
            List<String> names = cells.getOrDefault(Column.CUSTOMER_ID, List.of());
            values.put(names.get(0), "C");
            values.put(names.get(1), sale.customer().substring(2));
        } else {
            values.put(cell(Column.CUSTOMER_ID), sale.customer());
        }
        if (hasStatus) {
            String status = sale.cancelled() ? "anulowane" : sale.returned() && returnsByStatus ? "Retoure" : "paid";
            values.put(STATUS, random.nextBoolean() ? status.toUpperCase(Locale.ROOT) : status);
        }
        return values;
    }

    private List<String> summary(AnySale sale) {
        Map<String, String> values = new HashMap<>(ofOrder(sale));
        values.put(cell(money == Money.AMOUNT ? Column.AMOUNT : Column.PRICE), notation.money(new BigDecimal("99.90")));
        values.put(cell(Column.QUANTITY), notation.quantity(new BigDecimal(3)));
        return row(values);
    }

    private void addNoise(List<String> row) {
        for (int place = 0; place < row.size(); place++) {
            boolean noise = NOISE.contains(header.get(place));
            if (noise) {
                row.set(
                        place,
                        any(
                                random,
                                List.of(
                                        "",
                                        "a",
                                        "7",
                                        "0",
                                        "Total",
                                        "two\nlines",
                                        "1;2,3|4",
                                        "5 \"inch\"",
                                        "2020-01-02")));
            }
        }
    }

    private List<String> total() {
        Map<String, String> values = new HashMap<>();
        values.put(
                cell(any(random, List.of(Column.CUSTOMER_ID, Column.PRODUCT_ID, Column.ORDER_DATE))),
                any(random, TOTALS));
        if (random.nextBoolean()) {
            values.put(cell(Column.QUANTITY), notation.quantity(new BigDecimal(17)));
        }
        values.put(
                cell(money == Money.AMOUNT ? Column.AMOUNT : Column.PRICE), notation.money(new BigDecimal("12345.60")));
        return row(values);
    }

    private List<String> template() {
        return row(Map.of(cell(money == Money.AMOUNT ? Column.AMOUNT : Column.PRICE), notation.money(BigDecimal.ZERO)));
    }

    /** The mapping that a person would write for this program, as a YAML document. */
    public String mapping() {
        Map<String, Object> mapping = new LinkedHashMap<>();
        mapping.put("name", "Any export");
        mapping.put("kind", "sales");
        List<String> recognised = new ArrayList<>();
        cells.values().forEach(recognised::addAll);
        mapping.put("recognised_by", recognised);
        Map<String, Object> columns = new LinkedHashMap<>();
        cells.forEach((column, names) -> columns.put(
                column.label(),
                column == Column.CUSTOMER_ID && joinsCustomer ? Map.of("joined", names, "with", "-") : names));
        mapping.put("columns", columns);
        List<String> ofOrder = new ArrayList<>(List.of("order_date", "customer_id"));
        if (hasOrders) {
            ofOrder.add("order_id");
        }
        if (hasStatus) {
            ofOrder.add("status");
            mapping.put(
                    "status",
                    List.of(Map.of(
                            "column",
                            STATUS,
                            "sales",
                            List.of("paid"),
                            "returns",
                            List.of("retoure"),
                            "neither",
                            List.of("anulowane"))));
        }
        if (shape == Shape.CARRIED || shape == Shape.SUMMED_UP) {
            mapping.put("carry_down", ofOrder);
        }
        if (shape == Shape.SUMMED_UP) {
            mapping.put("no_sale_without", List.of("product_id"));
        }
        if (shape == Shape.UNDER_HEADINGS) {
            mapping.put("headings", List.of("product_id"));
        }
        mapping.put("without_customer", acceptsGuests ? "accept" : "reject");
        mapping.put("returns", acceptsReturns ? "accept" : "reject");
        if (mappingTellsDates && !notation.dateOrder().isEmpty()) {
            mapping.put("dates", notation.dateOrder());
        }
        if (mappingTellsNumbers) {
            mapping.put("numbers", notation.hasDecimalComma() ? "comma" : "point");
        }
        try {
            return new YAMLMapper().writeValueAsString(mapping);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file as the program writes it. */
    public byte[] file() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            String title = any(random, PREAMBLE);
            text.append(notation.canWrite(title) ? title : "Report").append(lineEnd);
        }
        append(header, text);
        rows.forEach(row -> append(row, text));
        return notation.bytes(text.toString());
    }

    private void append(List<String> row, StringBuilder text) {
        if (row.size() > 1) {
            text.append(String.join(
                    String.valueOf(delimiter), row.stream().map(this::quoted).toList()));
            text.append(trailingDelimiter ? delimiter : "");
        }
        text.append(lineEnd);
    }

    private String quoted(String cell) {
        boolean needed = cell.indexOf(delimiter) >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
        return needed || quotesAll ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** The sales that load, in the order of the file, as {@link #fact} writes them. */
    public List<String> facts() {
        return facts;
    }

    /** Whether the program numbers its orders; if not, each line is an order of its own. */
    public boolean hasOrders() {
        return hasOrders;
    }

    /** How many rows are no sale. */
    public int leftOut() {
        return leftOut;
    }

    /** How many sales do not load. */
    public int rejected() {
        return rejected;
    }

    /** Whether nobody can know what comes first in the dates, so that somebody has to be asked. */
    public boolean asks() {
        return asks;
    }

    /** What was chosen, for a person who looks for the reason of a failure. */
    @Override
    public String toString() {
        return shape + ", " + money + ", " + notation + "\n" + mapping();
    }
}
