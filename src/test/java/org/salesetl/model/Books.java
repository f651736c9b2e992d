package org.salesetl.model;

import static org.salesetl.model.Sheet.Form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.model.Sheet.Origin;

/**
 * The simple model: what the service should know and where each file should lie, in maps and lists, by the rules of the
 * data contract and without any class of the service.
 *
 * <p>A reload is the same files again, one after the other. So the model reads all of them again, too.
 */
final class Books {

    /** A sale that counts. */
    record Fact(String order, String customer, String product, String date, BigDecimal quantity, BigDecimal revenue) {}

    /** What a file says of a sale that nothing is wrong with; without a price, that of the product counts. */
    private record Sale(
            String id,
            String order,
            String customer,
            String product,
            String date,
            BigDecimal quantity,
            @Nullable BigDecimal price,
            @Nullable BigDecimal amount) {

        BigDecimal revenue(@Nullable BigDecimal ofProduct) {
            return amount != null
                    ? amount
                    : quantity.multiply(price != null ? price : Objects.requireNonNull(ofProduct));
        }
    }

    /** A row that did not load, or did not load at once. */
    static final class Entry {

        final Read file;
        final int line;
        String status;
        List<String> reasons;
        private final String saleId;
        private final @Nullable Sale sale;

        private Entry(Read file, int line, String status, List<String> reasons, String saleId, @Nullable Sale sale) {
            this.file = file;
            this.line = line;
            this.status = status;
            this.reasons = reasons;
            this.saleId = saleId;
            this.sale = sale;
        }

        boolean waits() {
            return status.equals("rejected") || status.equals("parked");
        }

        boolean lacksOnlyACustomer() {
            return status.equals("rejected")
                    && file.sheet.form().isOfSales()
                    && reasons.equals(List.of("missing_customer_id"));
        }

        Map<String, String> cells() {
            return file.sheet.at(line);
        }
    }

    /**
     * A file in the inbox, or one that waits for an answer.
     *
     * @param age orders files by when they were written
     */
    record Drop(String name, Sheet sheet, int age) {}

    /** A file that has been loaded. */
    static final class Read {

        final String name;
        final Sheet sheet;
        /** By which run, with which statuses, the till was read: a reload reads it once more. */
        private final List<Map.Entry<Integer, Set<String>>> readings = new ArrayList<>();

        @Nullable
        String place;

        boolean reloaded;

        private Read(String name, Sheet sheet) {
            this.name = name;
            this.sheet = sheet;
        }

        private Set<String> newest() {
            return readings.get(readings.size() - 1).getValue();
        }
    }

    private final Map<String, String> cities = new TreeMap<>();
    private final Map<String, @Nullable BigDecimal> prices = new HashMap<>();
    final Map<String, Fact> facts = new TreeMap<>();
    final List<Entry> entries = new ArrayList<>();

    /** By content, in the order in which they came in. */
    final Map<String, Read> files = new LinkedHashMap<>();

    private final Set<Origin> dismissed = new HashSet<>();
    private final Map<Form, Boolean> guests = new EnumMap<>(Form.class);
    private @Nullable Boolean dayFirst;
    private Set<String> tillLeavesOut = Set.of();

    final List<Drop> inbox = new ArrayList<>();
    /** The names of those files in the inbox that a run had claimed when it died. */
    final Set<String> claimed = new HashSet<>();

    final List<Drop> held = new ArrayList<>();
    /** Everything in the archive, from the folder of its kind or of today on. */
    final Set<String> archive = new TreeSet<>();
    /** How the ledger has each file. */
    final List<String> ledger = new ArrayList<>();

    private int drops;

    void drop(String name, Sheet sheet) {
        inbox.add(new Drop(name, sheet, ++drops));
    }

    /** What the service writes itself is younger than any file that was dropped. */
    private void dropByService(String name, Sheet sheet) {
        inbox.add(new Drop(name, sheet, Integer.MAX_VALUE / 2 + ++drops));
    }

    /** Loads everything in the inbox, each kind of file before the next. */
    void run(int run) {
        load(run, drop -> true);
    }

    private void load(int run, Predicate<Drop> which) {
        List<Drop> turn = inbox.stream()
                .filter(which)
                .sorted(Comparator.comparing((Drop drop) -> drop.sheet().form().turn())
                        .thenComparing(Drop::age))
                .toList();
        archiveLeftOvers();
        for (Drop drop : turn) {
            inbox.remove(drop);
            claimed.remove(drop.name());
            Sheet sheet = drop.sheet();
            if (files.containsKey(sheet.identity())) {
                note(drop.name(), "already_loaded", keep("already-loaded", drop.name()));
            } else if (raisesQuestion(sheet)) {
                held.add(drop);
                note(drop.name(), "held", keep("held", drop.name()));
            } else {
                Read read = new Read(drop.name(), sheet);
                files.put(sheet.identity(), read);
                read.readings.add(Map.entry(run, tillLeavesOut));
                load(read);
                archive(read);
            }
        }
    }

    /** What a dead run had committed goes to the archive in the next run, whatever that run does. */
    void archiveLeftOvers() {
        files.values().stream().filter(read -> read.place == null).forEach(this::archive);
    }

    private boolean raisesQuestion(Sheet sheet) {
        return sheet.form() == Form.DATED
                && dayFirst == null
                && sheet.lines().stream().anyMatch(line -> ambiguous(line.get("order_date")));
    }

    private static boolean ambiguous(@Nullable String date) {
        return date != null && date.matches("\\d\\d/\\d\\d/\\d{4}");
    }

    private void archive(Read read) {
        String place = keep("today", read.name);
        read.place = place;
        if (entries.stream().anyMatch(entry -> entry.file == read && entry.status.equals("rejected"))) {
            archive.add(rejectsBeside(place));
        }
        note(read.name, "loaded", place);
    }

    static String rejectsBeside(String place) {
        return place.substring(0, place.length() - ".csv".length()) + ".rejects.csv";
    }

    private void note(String name, String status, @Nullable String place) {
        ledger.add(name + "|" + status + "|" + place);
    }

    private String keep(String folder, String name) {
        String stem = folder + "/" + name.substring(0, name.length() - ".csv".length());
        String place = stem + ".csv";
        for (int n = 2; archive.contains(place) || archive.contains(rejectsBeside(place)); n++) {
            place = stem + "-" + n + ".csv";
        }
        archive.add(place);
        return place;
    }

    /** The file that has been loaded last. */
    Optional<Read> newest() {
        return files.values().stream().reduce((earlier, later) -> later);
    }

    /** As after a run that died between the commit of a file and its place in the archive. */
    void takeOutOfArchive(Read read) {
        archive.remove(read.place);
        archive.remove(rejectsBeside(Objects.requireNonNull(read.place)));
        ledger.remove(read.name + "|loaded|" + read.place);
        read.place = null;
    }

    /** Somebody cancels the run that has this file in hand. */
    void cancelled(String name) {
        inbox.removeIf(drop -> drop.name().equals(name));
        String place = keep("failed", name);
        archive.add(place + ".reason.txt");
        note(name, "failed", place);
    }

    void answerDates(boolean dayComesFirst, int run) {
        dayFirst = dayComesFirst;
        for (Drop drop : held) {
            String entry = ledger.stream()
                    .filter(line -> line.startsWith(drop.name() + "|held|"))
                    .findFirst()
                    .orElseThrow();
            archive.remove(entry.substring(entry.lastIndexOf('|') + 1));
            ledger.remove(entry);
            note(drop.name(), "answered", null);
            inbox.add(drop);
        }
        held.clear();
        run(run);
    }

    /** Accepts sales without a customer in files of a form, or leaves them where they are. */
    void answerGuests(Form form, boolean accepted, int run) {
        guests.put(form, accepted);
        if (accepted) {
            for (Read read : files.values()) {
                List<Entry> rows = entries.stream()
                        .filter(entry -> entry.file == read && read.sheet.form() == form && entry.lacksOnlyACustomer())
                        .toList();
                if (!rows.isEmpty()) {
                    dropByService(
                            read.name.replaceFirst("\\.csv$", ".without-customer.csv"),
                            returned(rows, rows.stream().map(Entry::cells).toList()));
                }
            }
        }
        run(run);
    }

    boolean acceptsGuests() {
        return guests.containsValue(true);
    }

    boolean asksAboutDates() {
        return !held.isEmpty();
    }

    /** The forms of files with sales that wait because they have no customer, with the name of the newest file. */
    Map<Form, String> formsWithGuests() {
        Map<Form, String> forms = new EnumMap<>(Form.class);
        entries.stream()
                .filter(Entry::lacksOnlyACustomer)
                .forEach(entry -> forms.put(entry.file.sheet.form(), entry.file.name));
        return forms;
    }

    /** Drops rejected rows of one file again, with other cells in place of the wrong ones. */
    void correct(List<Entry> rows, Map<String, String> cells, int run) {
        dropByService(
                rows.get(0).file.name.replaceFirst("\\.csv$", ".corrected.csv"),
                returned(
                        rows,
                        rows.stream()
                                .map(row -> {
                                    Map<String, String> changed = new TreeMap<>(row.cells());
                                    changed.putAll(cells);
                                    return changed;
                                })
                                .toList()));
        run(run);
    }

    private static Sheet returned(List<Entry> rows, List<Map<String, String>> lines) {
        return Sheet.ofRejects(
                rows.get(0).file.sheet.form(),
                lines,
                rows.stream()
                        .map(row -> new Origin(row.file.sheet.identity(), row.line))
                        .toList(),
                rows.stream().map(row -> String.join(",", row.reasons)).toList());
    }

    void dismiss(Entry entry) {
        entry.status = "dismissed";
        dismissed.add(new Origin(entry.file.sheet.identity(), entry.line));
    }

    /** From now on, tills are read with these statuses. */
    void mapTills(Set<String> leftOut) {
        tillLeavesOut = leftOut;
    }

    void reload(int run) {
        load(run, drop -> claimed.contains(drop.name()));
        reload(run, Read::newest);
    }

    /** Reads the tills again, with the newest statuses. */
    void reread(int run) {
        load(run, drop -> claimed.contains(drop.name()));
        reload(run, read -> tillLeavesOut);
    }

    /** Reads the tills again, as before a run. */
    void undo(int undone, int run) {
        load(run, drop -> claimed.contains(drop.name()));
        reload(
                run,
                read -> read.readings.stream()
                        .filter(reading -> reading.getKey() < undone)
                        .reduce((earlier, later) -> later)
                        .map(Map.Entry::getValue)
                        .orElseGet(read::newest));
    }

    private void reload(int run, Function<Read, Set<String>> statuses) {
        cities.clear();
        prices.clear();
        facts.clear();
        entries.clear();
        for (Read read : files.values()) {
            read.readings.add(Map.entry(run, statuses.apply(read)));
            read.reloaded = true;
            load(read);
        }
    }

    private void load(Read read) {
        Set<String> taken = new HashSet<>();
        if (read.sheet.form() == Form.TILL) {
            describe(read);
        }
        for (int line = 2; line <= read.sheet.lines().size() + 1; line++) {
            if (read.sheet.at(line).values().stream().allMatch(String::isEmpty)) {
                continue;
            }
            switch (read.sheet.form()) {
                case CUSTOMERS -> customer(read, line, taken);
                case PRODUCTS -> product(read, line, taken);
                case SALES, DATED, TILL -> sale(read, line, taken);
            }
        }
        if (!read.sheet.form().isOfSales()) {
            release();
        }
        settleReturned(read);
        dismissAgain(read);
    }

    /** A till brings its products itself; they have no price. */
    private void describe(Read read) {
        Set<String> taken = new HashSet<>();
        read.sheet.lines().stream()
                .filter(cells -> !read.newest().contains(cell(cells, "Art")) && taken.add(cell(cells, "Pos")))
                .forEach(cells -> prices.putIfAbsent(cell(cells, "Artikel"), null));
        release();
    }

    private void customer(Read read, int line, Set<String> taken) {
        Map<String, String> cells = read.sheet.at(line);
        String id = cell(cells, "customer_id");
        if (id.isEmpty() || !taken.add(id)) {
            reject(read, line, List.of(id.isEmpty() ? "missing_customer_id" : "duplicate_id"), "");
        } else {
            cities.put(id, cell(cells, "city"));
        }
    }

    private void product(Read read, int line, Set<String> taken) {
        Map<String, String> cells = read.sheet.at(line);
        String id = cell(cells, "product_id");
        String price = cell(cells, "price");
        List<String> reasons = new ArrayList<>();
        if (price.equals("x")) {
            reasons.add("bad_price");
        }
        if (taken.contains(id)) {
            reasons.add("duplicate_id");
        }
        if (reasons.isEmpty()) {
            taken.add(id);
            prices.put(id, price.isEmpty() ? null : new BigDecimal(price));
        } else {
            reject(read, line, reasons, "");
        }
    }

    private void sale(Read read, int line, Set<String> taken) {
        Form form = read.sheet.form();
        Map<String, String> cells = read.sheet.at(line);
        boolean till = form == Form.TILL;
        String id = cell(cells, till ? "Pos" : "sale_id");
        String order = cell(cells, till ? "Bon" : "order_id");
        String customer = till ? "" : cell(cells, "customer_id");
        String product = cell(cells, till ? "Artikel" : "product_id");
        String quantity = cell(cells, till ? "Menge" : "quantity");
        String price = till ? "" : cell(cells, "price");
        String status = cells.getOrDefault(till ? "Art" : "status", "");
        if (till ? read.newest().contains(status) : status.equals("cancelled")) {
            facts.remove(id);
            entries.stream()
                    .filter(entry -> entry.waits() && entry.saleId.equals(id))
                    .forEach(entry -> entry.status = "superseded");
            return;
        }
        String date = date(cell(cells, till ? "Tag" : "order_date"));
        List<String> reasons = new ArrayList<>();
        if (customer.isEmpty() && !till && !guests.getOrDefault(form, false)) {
            reasons.add("missing_customer_id");
        }
        if (quantity.equals("x")) {
            reasons.add("bad_quantity");
        }
        if (date == null) {
            reasons.add("bad_date");
        }
        if (taken.contains(id)) {
            reasons.add("duplicate_id");
        }
        if (!reasons.isEmpty() || date == null) {
            reject(read, line, reasons, id);
            return;
        }
        taken.add(id);
        Sale sale = new Sale(
                id,
                order,
                customer,
                product,
                date,
                new BigDecimal(quantity),
                price.isEmpty() ? null : new BigDecimal(price),
                till ? new BigDecimal(cell(cells, "Summe").replace(',', '.')) : null);
        List<String> waitsFor = waitsFor(sale);
        // the newer drop wins, whether it loads or waits
        entries.stream()
                .filter(entry -> entry.status.equals("parked") && entry.saleId.equals(id))
                .forEach(entry -> entry.status = "superseded");
        if (waitsFor.isEmpty()) {
            load(sale);
        } else {
            entries.add(new Entry(read, line, "parked", waitsFor, id, sale));
        }
    }

    private static String cell(Map<String, String> cells, String column) {
        return cells.getOrDefault(column, "");
    }

    private @Nullable String date(String written) {
        if (ambiguous(written)) {
            String first = written.substring(0, 2);
            String second = written.substring(3, 5);
            boolean day = Boolean.TRUE.equals(dayFirst);
            return written.substring(6) + (day ? second + first : first + second);
        }
        return written.equals("2024-02-30") ? null : written.replace("-", "");
    }

    private List<String> waitsFor(Sale sale) {
        List<String> reasons = new ArrayList<>();
        if (!sale.customer().isEmpty() && !cities.containsKey(sale.customer())) {
            reasons.add("unknown_customer");
        }
        if (!prices.containsKey(sale.product())) {
            reasons.add("unknown_product");
        } else if (sale.price() == null && prices.get(sale.product()) == null) {
            // a till brings an amount, and the price of a sale is part of it
            if (sale.amount() == null) {
                reasons.add("missing_price");
            }
        }
        return reasons;
    }

    private void load(Sale sale) {
        facts.put(
                sale.id(),
                new Fact(
                        sale.order(),
                        sale.customer(),
                        sale.product(),
                        sale.date(),
                        sale.quantity(),
                        sale.revenue(prices.get(sale.product()))));
    }

    private void reject(Read read, int line, List<String> reasons, String saleId) {
        entries.add(new Entry(read, line, "rejected", reasons, saleId, null));
    }

    private void release() {
        for (Entry entry : entries) {
            if (entry.status.equals("parked")) {
                Sale sale = Objects.requireNonNull(entry.sale);
                List<String> waitsFor = waitsFor(sale);
                if (waitsFor.isEmpty()) {
                    load(sale);
                    entry.status = "released";
                } else {
                    entry.reasons = waitsFor;
                }
            }
        }
    }

    private void settleReturned(Read read) {
        for (int line = 2; line <= read.sheet.lines().size() + 1; line++) {
            Origin origin = read.sheet.returns(line);
            int at = line;
            boolean again = entries.stream().anyMatch(entry -> entry.file == read && entry.line == at);
            entries.stream()
                    .filter(entry -> entry.status.equals("rejected") && entry.file != read)
                    .filter(entry -> new Origin(entry.file.sheet.identity(), entry.line).equals(origin))
                    .forEach(entry -> entry.status = again ? "superseded" : "resolved");
        }
    }

    private void dismissAgain(Read read) {
        entries.stream()
                .filter(entry -> entry.file == read && entry.waits())
                .filter(entry -> dismissed.contains(new Origin(read.sheet.identity(), entry.line)))
                .forEach(entry -> entry.status = "dismissed");
    }

    // what is compared with the service

    List<String> sales() {
        return facts.entrySet().stream()
                .map(sale -> {
                    Fact fact = sale.getValue();
                    return String.join(
                            "|",
                            sale.getKey(),
                            fact.order(),
                            fact.customer(),
                            fact.product(),
                            fact.date(),
                            decimals(fact.quantity()),
                            decimals(fact.revenue()));
                })
                .toList();
    }

    List<String> quarantine() {
        return entries.stream()
                .map(entry -> entry.file.name + "|" + entry.line + "|" + entry.status + "|"
                        + (entry.waits() ? String.join(",", entry.reasons) : ""))
                .sorted()
                .toList();
    }

    List<String> questions() {
        Stream<String> dates = held.stream().map(drop -> drop.name() + "|dates");
        Stream<String> customers = formsWithGuests().entrySet().stream()
                .filter(form -> !guests.containsKey(form.getKey()))
                .map(form -> form.getValue() + "|guests");
        return Stream.concat(dates, customers).sorted().toList();
    }

    /** Revenue, orders, units and customers. */
    List<String> keyFigures() {
        BigDecimal revenue = facts.values().stream().map(Fact::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal units = facts.values().stream().map(Fact::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        long orders = facts.values().stream()
                .map(fact -> fact.order() + " in " + fact.date().substring(0, 6))
                .distinct()
                .count();
        long customers = facts.values().stream()
                .map(Fact::customer)
                .filter(customer -> !customer.isEmpty())
                .distinct()
                .count();
        return Arrays.asList(
                revenue.setScale(2, RoundingMode.HALF_UP).toPlainString(),
                String.valueOf(orders),
                units.stripTrailingZeros().toPlainString(),
                String.valueOf(customers));
    }

    List<String> waiting() {
        return Stream.concat(
                        inbox.stream().map(Drop::name),
                        files.values().stream()
                                .filter(read -> read.place == null)
                                .map(read -> read.name))
                .sorted()
                .toList();
    }

    List<String> ledger() {
        return Stream.concat(
                        ledger.stream(),
                        files.values().stream()
                                .filter(read -> read.place == null)
                                .map(read -> read.name + "|loaded|null"))
                .sorted()
                .distinct()
                .toList();
    }

    String cities() {
        return cities.entrySet().stream()
                .map(city -> city.getKey() + "|" + (city.getValue().isEmpty() ? "Unknown" : city.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String decimals(BigDecimal number) {
        return number.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }
}
