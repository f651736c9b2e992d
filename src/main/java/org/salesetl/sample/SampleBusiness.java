package org.salesetl.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.datafaker.Faker;

/**
 * The sample shop as it really is: who buys, what there is to buy, what was sold. Nothing here is wrong yet.
 *
 * <p>Customers and products depend on the seed alone, so that tomorrow's files tell of the same people; sales depend on
 * today too. Whoever gives the same calls in the same order gets the same answers on every machine: {@link StrictMath}
 * and not {@link Math} where a last bit could decide.
 */
final class SampleBusiness {

    private static final Pattern NOT_IN_A_MAILBOX = Pattern.compile("[^a-z.]");
    private static final List<String> MAIL_DOMAINS =
            List.of("example.com", "example.com", "example.org", "example.net", "mail.example.com", "post.example.org");
    private static final int MOST_LINES = 4;

    private final LocalDate today;
    private final Random people;
    private final Random goods;
    private final Random trade;

    SampleBusiness(long seed, LocalDate today) {
        this.today = today;
        Random source = new Random(seed);
        this.people = new Random(source.nextLong());
        this.goods = new Random(source.nextLong());
        this.trade = new Random(source.nextLong());
    }

    /**
     * Somebody who has an account.
     *
     * @param loyalty how often they buy, compared with the others; zero for those who never do
     */
    record Customer(String id, String name, String email, String city, double loyalty) {
        CsvRow toRow() {
            return CsvRow.of(SampleKind.CUSTOMERS, id, name, email, city);
        }
    }

    /**
     * Something that the shop sells.
     *
     * @param appeal how often it is bought, compared with the others; zero if never
     */
    record Product(String id, String name, Category category, BigDecimal costPrice, BigDecimal price, double appeal) {
        CsvRow toRow() {
            return CsvRow.of(
                    SampleKind.PRODUCTS,
                    id,
                    name,
                    category.label(),
                    Dollars.forPeople(costPrice),
                    Dollars.forPeople(price));
        }
    }

    /** One line of an order. */
    record Sale(
            String id,
            String orderId,
            Customer customer,
            Product product,
            LocalDate date,
            int quantity,
            BigDecimal price) {
        CsvRow toRow() {
            return CsvRow.of(
                    SampleKind.SALES,
                    id,
                    orderId,
                    customer.id(),
                    product.id(),
                    date.toString(),
                    Integer.toString(quantity),
                    price.toPlainString());
        }
    }

    /**
     * People with matching names and addresses; two of the best customers share their name.
     *
     * @param strangers which of them, by position, never buy: their rows will not arrive
     */
    List<Customer> customers(int count, IntPredicate strangers) {
        Faker english = new Faker(Locale.US, people);
        Faker spanish = new Faker(Locale.forLanguageTag("es-MX"), people);
        List<Integer> rank = ranks(count, strangers, people);
        Weighted<City> cities = new Weighted<>(List.of(City.values()), City::inhabitants);
        Set<String> taken = new HashSet<>();
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // One in nine has a name with letters beyond ASCII, which a good import keeps.
            Faker faker = people.nextInt(9) == 0 ? spanish : english;
            String name = faker.name().firstName() + " " + faker.name().lastName();
            customers.add(new Customer(
                    String.format(Locale.ROOT, "C-%04d", 1001 + i),
                    name,
                    freeAddress(name, taken),
                    cities.draw(people).label(),
                    loyalty(rank.get(i))));
        }
        int second = rank.indexOf(1);
        int fifth = rank.indexOf(4);
        if (fifth >= 0) {
            Customer namesake = customers.get(fifth);
            String name = customers.get(second).name();
            customers.set(
                    fifth,
                    new Customer(namesake.id(), name, freeAddress(name, taken), namesake.city(), namesake.loyalty()));
        }
        return List.copyOf(customers);
    }

    /** The position of each in the order of who buys most; -1 for strangers. */
    private static List<Integer> ranks(int count, IntPredicate strangers, Random random) {
        List<Integer> regulars = new ArrayList<>(
                IntStream.range(0, count).filter(strangers.negate()).boxed().toList());
        Collections.shuffle(regulars, random);
        List<Integer> ranks = new ArrayList<>(Collections.nCopies(count, -1));
        for (int rank = 0; rank < regulars.size(); rank++) {
            ranks.set(regulars.get(rank), rank);
        }
        return ranks;
    }

    /** A few buy a lot, many buy a little, one in twenty has an account and never bought. */
    private static double loyalty(int rank) {
        return rank < 0 || rank % 20 == 19 ? 0 : StrictMath.pow(rank + 10, -0.95);
    }

    private String freeAddress(String name, Set<String> taken) {
        String mailbox = mailbox(name);
        String domain = MAIL_DOMAINS.get(people.nextInt(MAIL_DOMAINS.size()));
        String address = mailbox + "@" + domain;
        while (!taken.add(address)) {
            address = mailbox + (10 + people.nextInt(99_990)) + "@" + domain;
        }
        return address;
    }

    /** {@code José Luis Peña} reads {@code jose.luis.pena}. */
    static String mailbox(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace(' ', '.');
        return NOT_IN_A_MAILBOX.matcher(plain).replaceAll("");
    }

    /**
     * Products of all six categories in turn, with prices that end like prices.
     *
     * @param strangers which of them, by position, are never sold: their rows will not arrive
     */
    List<Product> products(int count, IntPredicate strangers) {
        Faker faker = new Faker(Locale.US, goods);
        Category[] categories = Category.values();
        Set<String> taken = new HashSet<>();
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Category category = categories[i % categories.length];
            int number = i / categories.length;
            Category.Good good = category.goods().get(number % category.goods().size());
            BigDecimal price = price(good);
            BigDecimal costShare = BigDecimal.valueOf(40 + goods.nextInt(31), 2);
            // Cheaper products sell more, but some are liked and some are not.
            double liking = StrictMath.exp(0.45 * goods.nextGaussian());
            double appeal = liking * StrictMath.pow(price.doubleValue(), -0.6);
            products.add(new Product(
                    String.format(Locale.ROOT, "%s-%04d", category.prefix(), number + 1),
                    freeName(good, faker, taken),
                    category,
                    price.multiply(costShare).setScale(2, RoundingMode.HALF_UP),
                    price,
                    strangers.test(i) ? 0 : appeal));
        }
        return List.copyOf(products);
    }

    private static String freeName(Category.Good good, Faker faker, Set<String> taken) {
        String name = faker.expression(good.name());
        for (int tries = 0; tries < 5 && taken.contains(name); tries++) {
            name = faker.expression(good.name());
        }
        String free = name;
        for (int edition = 2; !taken.add(free); edition++) {
            free = name + ", Edition " + edition;
        }
        return free;
    }

    private BigDecimal price(Category.Good good) {
        int whole = good.low() + goods.nextInt(good.high() - good.low() + 1);
        if (whole > 50) {
            // Beyond fifty dollars shops like 89 and 149 better than 93 and 152.
            whole = Math.max(good.low(), whole / 10 * 10 - 1);
        }
        int cents = switch (goods.nextInt(10)) {
            case 0 -> 0;
            case 1, 2 -> 50;
            default -> 99;
        };
        return BigDecimal.valueOf(whole * 100L + cents, 2);
    }

    /**
     * What was sold in the twelve months up to today, oldest first, one to four lines an order.
     *
     * @param orders how many; each has at least one sale
     */
    List<Sale> sales(int orders, List<Customer> customers, List<Product> products) {
        LocalDate opened = today.minusMonths(12).plusDays(1);
        List<LocalDate> days = opened.datesUntil(today.plusDays(1)).toList();
        Weighted<LocalDate> calendar = new Weighted<>(days, day -> Season.orders(day, opened));
        Weighted<Customer> buyers = new Weighted<>(customers, Customer::loyalty);
        List<Weighted<Product>> offers = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> new Weighted<>(
                        products, product -> product.appeal() * Season.demand(product.category(), month)))
                .toList();
        Weighted<Integer> lines = new Weighted<>(List.of(1, 2, 3, MOST_LINES), count -> 32 - 3 * count);

        List<LocalDate> dates = IntStream.range(0, orders)
                .mapToObj(order -> calendar.draw(trade))
                .sorted()
                .toList();
        List<Sale> sales = new ArrayList<>();
        for (int order = 0; order < orders; order++) {
            LocalDate date = dates.get(order);
            Customer customer = buyers.draw(trade);
            Weighted<Product> offer = offers.get(date.getMonthValue() - 1);
            for (Product product : basket(offer, lines.draw(trade))) {
                sales.add(new Sale(
                        String.format(Locale.ROOT, "S-%06d", 100_001 + sales.size()),
                        String.format(Locale.ROOT, "O-%05d", 10_001 + order),
                        customer,
                        product,
                        date,
                        quantity(product.price()),
                        priceOn(date, product)));
            }
        }
        return sales;
    }

    /** Different products; fewer than asked for where the shop has hardly any. */
    private Set<Product> basket(Weighted<Product> offer, int lines) {
        Set<Product> basket = new LinkedHashSet<>();
        for (int tries = 0; basket.size() < lines && tries < 10 * MOST_LINES; tries++) {
            basket.add(offer.draw(trade));
        }
        return basket;
    }

    private int quantity(BigDecimal price) {
        int chance = trade.nextInt(100);
        if (price.intValue() >= 100) {
            return chance < 94 ? 1 : 2;
        }
        if (price.intValue() >= 25) {
            return chance < 78 ? 1 : chance < 95 ? 2 : 3;
        }
        return chance < 56 ? 1 : chance < 83 ? 2 : chance < 94 ? 3 : chance < 98 ? 4 : 6;
    }

    private BigDecimal priceOn(LocalDate date, Product product) {
        if (trade.nextDouble() >= Season.discounted(date)) {
            return product.price();
        }
        BigDecimal share = BigDecimal.valueOf(90 - 5L * trade.nextInt(4), 2);
        return product.price().multiply(share).setScale(2, RoundingMode.HALF_UP);
    }
}
