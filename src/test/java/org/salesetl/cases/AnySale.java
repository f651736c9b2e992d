package org.salesetl.cases;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A line of an order as it happened, before any program has written it down.
 *
 * @param order the number of its order
 * @param customer empty if nobody knows the customer
 * @param quantity above zero, also for a return
 * @param discount what is taken off the price of all units
 * @param returned whether the order came back
 * @param cancelled whether the order came to nothing
 */
public record AnySale(
        String order,
        LocalDate date,
        String customer,
        String product,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal discount,
        boolean returned,
        boolean cancelled) {

    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);
    private static final int DAYS = 2_500;
    private static final int MOST_LINES = 4;
    private static final int CENT_DECIMALS = 2;
    private static final int REVENUE_DECIMALS = 4;
    private static final List<String> PRODUCTS = List.of(
            "007", "7", "85123A", "85123a", "Mug, red", "Pen 3\"", "A-1/3", "Total", "1234567890123", "0", "x;y");

    /** Some orders with a few lines each, in the order in which they came in. Lines of one order may be the same. */
    public static List<AnySale> some(Random random, int orders) {
        List<AnySale> sales = new ArrayList<>();
        for (int number = 1; number <= orders; number++) {
            String order = (number % 2 == 0 ? "00" : "B-") + number;
            LocalDate date = FIRST_DAY.plusDays(random.nextInt(DAYS));
            String customer = random.nextInt(4) == 0 ? "" : "C-" + random.nextInt(12);
            boolean returned = random.nextInt(6) == 0;
            boolean cancelled = random.nextInt(6) == 0;
            for (int line = random.nextInt(MOST_LINES); line >= 0; line--) {
                sales.add(line(random, order, date, customer, returned, cancelled));
            }
        }
        return sales;
    }

    private static AnySale line(
            Random random, String order, LocalDate date, String customer, boolean returned, boolean cancelled) {
        BigDecimal quantity = switch (random.nextInt(4)) {
            case 0 -> BigDecimal.valueOf(1 + random.nextInt(9_999), 3);
            case 1 -> BigDecimal.valueOf(1 + random.nextInt(5_000));
            default -> BigDecimal.valueOf(1 + random.nextInt(9));
        };
        BigDecimal price =
                BigDecimal.valueOf(1 + random.nextInt(random.nextBoolean() ? 2_000 : 2_000_000), CENT_DECIMALS);
        BigDecimal most = quantity.multiply(price).setScale(0, RoundingMode.DOWN);
        BigDecimal discount = random.nextBoolean() || most.signum() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(random.nextInt((int) Math.min(90_000, most.longValue() * 50)), CENT_DECIMALS);
        String product = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
        return new AnySale(order, date, customer, product, quantity, price, discount, returned, cancelled);
    }

    /** The quantity with the sign of a return. */
    public BigDecimal signedQuantity() {
        return returned ? quantity.negate() : quantity;
    }

    /** What the customer pays for the line by its price, positive also for a return: to four decimals. */
    public BigDecimal paidByPrice() {
        return quantity.multiply(price).setScale(REVENUE_DECIMALS, RoundingMode.HALF_UP);
    }

    /** What a program that knows no fractions of a cent prints as the amount of the line, positive also for a return. */
    public BigDecimal amount() {
        return quantity.multiply(price)
                .setScale(CENT_DECIMALS, RoundingMode.HALF_UP)
                .subtract(discount);
    }
}
