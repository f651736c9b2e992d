package org.salesetl.rule;

import static java.util.Objects.requireNonNull;
import static org.salesetl.mapping.Column.AMOUNT;
import static org.salesetl.mapping.Column.CATEGORY;
import static org.salesetl.mapping.Column.CITY;
import static org.salesetl.mapping.Column.CURRENCY;
import static org.salesetl.mapping.Column.CUSTOMER_ID;
import static org.salesetl.mapping.Column.CUSTOMER_NAME;
import static org.salesetl.mapping.Column.DISCOUNT;
import static org.salesetl.mapping.Column.EMAIL;
import static org.salesetl.mapping.Column.ORDER_DATE;
import static org.salesetl.mapping.Column.ORDER_ID;
import static org.salesetl.mapping.Column.PRICE;
import static org.salesetl.mapping.Column.PRODUCT_ID;
import static org.salesetl.mapping.Column.PRODUCT_NAME;
import static org.salesetl.mapping.Column.QUANTITY;
import static org.salesetl.mapping.Column.SALE_ID;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.LeftOut;
import org.salesetl.layout.RejectColumns;
import org.salesetl.layout.Row;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.Terms;
import org.salesetl.text.Text;
import org.salesetl.validation.Fault;
import org.salesetl.validation.Judgement;
import org.salesetl.validation.Reason;
import org.salesetl.validation.RowCheck;
import org.salesetl.validation.Rules;
import org.salesetl.validation.UnloadedSale;
import org.salesetl.vocabulary.NoCustomer;
import org.salesetl.vocabulary.Quantity;

/**
 * The rules for sales. A sale says who bought what, when and how many. The rules do not ask whether the warehouse knows the
 * customer and the product: a sale with an unknown one is good, and waits.
 */
public final class SaleRules implements Rules<Sale> {

    /** A price or revenue below this limit, in ten-thousandths, fits into a long and into the column. */
    public static final BigDecimal REVENUE_LIMIT = new BigDecimal("900000000000000");

    /**
     * Separates the parts of a made-up sale id. No other id can hold a control character, so no two sales can have the same
     * made-up id.
     */
    private static final char UNIT_SEPARATOR = '\u001F';

    /** So many digits of a hash, with a number behind them, fit into an order id. */
    private static final int DIGITS_OF_CONTENT = 32;

    private final LocalDate lastDay;
    private final SaleKeys keys;

    /**
     * @param today the day on which the rows are judged, in the zone of the business
     * @param keys the keys of earlier rows; closed with the rules
     */
    public SaleRules(LocalDate today, SaleKeys keys) {
        this.lastDay = today.plusDays(1);
        this.keys = keys;
    }

    @Override
    public Judgement<Sale> judge(Row row) {
        RowCheck check = new RowCheck(row);
        String ownSaleId = check.id(SALE_ID);
        Column orderColumn = row.layout().has(ORDER_ID) ? ORDER_ID : SALE_ID;
        boolean named = row.layout().has(orderColumn);
        String orderId = named ? check.requiredId(orderColumn, Reason.MISSING_ORDER_ID) : null;
        String customerId = customerId(check, row.layout().terms());
        String productId = check.requiredId(PRODUCT_ID, Reason.MISSING_PRODUCT_ID);
        Quantity quantity = quantity(row, check);
        SaleMoney money = SaleMoney.of(row, check, quantity);
        @Nullable BigDecimal amount = money.amount();
        @Nullable BigDecimal price = money.unitPrice();
        @Nullable BigDecimal cost = SaleCost.of(row, check, quantity, money);
        @Nullable Described described = row.layout().isWide() ? described(check) : null;
        // the price of a product is in the currency of the warehouse
        boolean own = row.layout().conventions().currencies().areOwn() || (price == null && amount == null);
        @Nullable String currency = own ? null : check.currency(PRICE, AMOUNT, DISCOUNT);
        LocalDate date = check.date(ORDER_DATE, lastDay);
        orderId = row.layout().terms().ordersOfDay() ? check.idOfDay(orderColumn, orderId, date) : orderId;
        String content = named ? null : content(row);
        Integer occurrence = ownSaleId == null ? occurrence(row, named ? orderId : content, productId) : null;
        orderId = content == null ? orderId : content + "-" + (occurrence == null ? originalLine(row) : occurrence);
        String saleId = ownSaleId != null ? ownSaleId : madeUpId(row, orderId, productId, occurrence);
        boolean leftOut = row.leftOut() != null;
        // a made-up id ends with the sale's number, so it is unique; in a file of rejects, people may have changed the
        // number
        boolean unique = ownSaleId == null && !row.layout().rejects();
        boolean taken = saleId != null && !unique && !leftOut && keys.isTaken(saleId, check.isGood());
        if (taken) {
            check.fault(
                    Reason.DUPLICATE_ID,
                    SALE_ID,
                    Text.visible(requireNonNull(saleId)),
                    "expected an id that no earlier row has");
        }
        if (saleId == null
                || orderId == null
                || customerId == null
                || productId == null
                || quantity == null
                || date == null
                || !check.isGood()) {
            return check.rejected(
                    occurrence,
                    new UnloadedSale(
                            taken ? saleId : readable(check, saleId, ownSaleId, orderColumn),
                            check.unlessWrong(ORDER_DATE, date),
                            check.unlessWrong(CUSTOMER_ID, customerId),
                            check.unlessWrong(PRODUCT_ID, productId),
                            currency == null && check.isGood(CURRENCY) ? revenue(quantity, price, amount) : null,
                            currency,
                            currency == null ? null : revenue(quantity, price, amount)));
        }
        return check.accepted(new Sale(
                row.line(),
                saleId,
                occurrence,
                orderId,
                customerId,
                productId,
                date,
                quantity,
                price,
                amount,
                cost,
                currency,
                described));
    }

    @Override
    public Judgement<Sale> reject(Row row, Fault why) {
        boolean named = row.layout().has(ORDER_ID) || row.layout().has(SALE_ID);
        String order = named ? row.cell(ORDER_ID) : content(row);
        boolean counts = row.cell(SALE_ID) == null && !row.layout().terms().ordersOfDay();
        Integer occurrence = counts ? occurrence(row, order, row.cell(PRODUCT_ID)) : null;
        return new Judgement.Rejected<>(List.of(why), occurrence);
    }

    /** Counts the row among the sales of its product in its order, so that the numbers of the rows below it do not change. */
    @Override
    public Judgement<Sale> leaveOut(Row row, LeftOut why) {
        Judgement<Sale> judged = judge(row);
        if (judged instanceof Judgement.Accepted<Sale> good) {
            return new Judgement.LeftOut<>(why, sale(good.value()));
        }
        return new Judgement.LeftOut<>(why, judged instanceof Judgement.Rejected<Sale> bad ? bad.sale() : null);
    }

    @Override
    public UnloadedSale sale(Sale good) {
        return good.unloaded(
                good.currency() == null ? revenue(good.quantity(), good.unitPrice(), good.amount()) : null);
    }

    @Override
    public void close() {
        keys.close();
    }

    /** The revenue that a sale would have, in its own currency; null if it is not known, or too large. */
    public static @Nullable BigDecimal revenue(
            @Nullable Quantity quantity, @Nullable BigDecimal price, @Nullable BigDecimal amount) {
        BigDecimal revenue = amount;
        if (revenue == null && quantity != null && price != null) {
            revenue = quantity.times(price);
        }
        return revenue == null || revenue.abs().compareTo(REVENUE_LIMIT) >= 0 ? null : revenue;
    }

    /** The id, unless something is wrong with the cells that make it. */
    private static @Nullable String readable(
            RowCheck check, @Nullable String saleId, @Nullable String ownSaleId, Column orderColumn) {
        return ownSaleId != null
                ? check.unlessWrong(SALE_ID, saleId)
                : check.unlessWrong(orderColumn, check.unlessWrong(PRODUCT_ID, saleId));
    }

    private static Described described(RowCheck check) {
        return new Described(
                check.text(CUSTOMER_NAME),
                check.email(EMAIL),
                check.text(CITY),
                check.text(PRODUCT_NAME),
                check.text(CATEGORY));
    }

    private static @Nullable String customerId(RowCheck check, Terms terms) {
        if (!terms.guests()) {
            return check.requiredId(CUSTOMER_ID, Reason.MISSING_CUSTOMER_ID);
        }
        String customerId = check.id(CUSTOMER_ID);
        return customerId == null ? NoCustomer.ID : customerId;
    }

    private @Nullable Quantity quantity(Row row, RowCheck check) {
        Quantity quantity = check.quantity(QUANTITY);
        if (quantity != null && row.isReturn() && quantity.units().signum() > 0) {
            quantity = new Quantity(quantity.units().negate());
        }
        int sign = quantity == null ? 1 : quantity.units().signum();
        if (sign == 0 || (sign < 0 && !row.layout().terms().returns())) {
            check.fault(
                    Reason.QUANTITY_NOT_POSITIVE, QUANTITY, String.valueOf(quantity), "expected a quantity above zero");
        }
        return quantity;
    }

    /**
     * The number of this sale among those of the product in the order; null if the row names no order or no product. Bad rows
     * count too, so that correcting one does not change the numbers of the rows below it. A row in a file of rejects brings its
     * number.
     */
    private @Nullable Integer occurrence(Row row, @Nullable String orderId, @Nullable String productId) {
        if (row.layout().rejects()) {
            String known = row.rejectCell(RejectColumns.OCCURRENCE);
            return known != null && known.matches("\\d{1,9}") ? Integer.valueOf(known) : null;
        }
        return orderId == null || productId == null
                ? null
                : Integer.valueOf(keys.count(orderId + UNIT_SEPARATOR + productId));
    }

    /**
     * An id from order, product and number. The nth sale of a product in an order has the same id in every file, so loading the
     * same lines again changes nothing. A corrected row without a number uses its line instead, so that it never replaces another
     * sale.
     */
    private static @Nullable String madeUpId(
            Row row, @Nullable String orderId, @Nullable String productId, @Nullable Integer occurrence) {
        if (orderId == null || productId == null) {
            return null;
        }
        String number = occurrence != null ? occurrence.toString() : "line " + originalLine(row);
        return orderId + UNIT_SEPARATOR + productId + UNIT_SEPARATOR + number;
    }

    /** What tells the rows of a file without orders apart: a hash of all cells, in 32 hexadecimal digits. */
    private static String content(Row row) {
        List<String> header = row.layout().header();
        StringBuilder content = new StringBuilder();
        for (int place = 0; place < header.size(); place++) {
            if (!RejectColumns.isOne(header.get(place))) {
                String cell = place < row.written().size() ? row.written().get(place) : "";
                content.append(Text.strip(cell)).append(UNIT_SEPARATOR);
            }
        }
        return DigestUtils.sha256Hex(content.toString()).substring(0, DIGITS_OF_CONTENT);
    }

    private static String originalLine(Row row) {
        String line = row.rejectCell(RejectColumns.LINE);
        return line != null && line.matches("\\d{1,10}") ? line : String.valueOf(row.line());
    }
}
