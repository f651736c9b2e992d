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
 * The customers, products and sales of the sample shop, without any mistakes.
 *
 * <p>Customers and products depend on the seed alone, so files of different days have the same customers. Sales depend on the seed and on
 * the day. The same calls in the same order have the same results on every machine. So the code uses {@link StrictMath} instead of
 * {@link Math}, whose results may differ in the last bit.
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
     * A customer with an account.
     *
     * @param loyalty how often the customer buys, compared with other customers; zero if the customer never buys
     */
    record Customer(String id, String name, String email, String city, double loyalty) {
        CsvRow toRow() {
            return CsvRow.of(SampleKind.CUSTOMERS, id, name, email, city);
        }
    }

    /**
     * A product of the shop.
     *
     * @param appeal how often the product is bought, compared with other products; zero if it is never bought
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
     * Customers with names and matching e-mail addresses. Two of the best customers have the same name.
     *
     * @param strangers the indexes of customers who never buy, because their rows will not load
     */
    List<Customer> customers(int count, IntPredicate strangers) {
        Faker english = new Faker(Locale.US, people);
        Faker spanish = new Faker(Locale.forLanguageTag("es-MX"), people);
        List<Integer> rank = ranks(count, strangers, people);
        Weighted<City> cities = new Weighted<>(List.of(City.values()), City::inhabitants);
        Set<String> taken = new HashSet<>();
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // one in nine customers has a Spanish name, often with letters that are not ASCII
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

    /** The rank of each customer, 0 for the customer who buys most; -1 for strangers. */
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

    /** A few customers buy a lot, many buy a little, and one in twenty never buys. */
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

    /** The first part of an e-mail address: {@code jose.luis.pena} for {@code José Luis Peña}. */
    static String mailbox(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace(' ', '.');
        return NOT_IN_A_MAILBOX.matcher(plain).replaceAll("");
    }

    /**
     * Products of all six categories in turn. Prices end as shops let them end, for example with {@code .99}.
     *
     * @param strangers the indexes of products that are never sold, because their rows will not load
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
            // cheaper products sell more, with random differences
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
            // above fifty dollars, shops prefer prices such as 89 and 149 to 93 and 152
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
     * The sales of the twelve months up to today, oldest first. An order has one to four sales.
     *
     * @param orders the number of orders
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

    /** Different products, or fewer than the wanted number if the shop has only a few products. */
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
