package org.salesetl.warehouse;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlRow;
import org.salesetl.vocabulary.NoCustomer;
import org.springframework.stereotype.Component;

/**
 * The surrogate keys of all known customers, products and cities, in memory. A look-up here is several times as fast as joining the
 * dimensions for every staged sale.
 *
 * <p>Only the run that holds the lease changes the dimensions. So keys that were read after taking the lease stay right until
 * that run merges customers or products.
 */
@Component
public class DimensionKeys {

    private Map<String, Integer> customers = Map.of();
    private Map<String, ProductKey> products = Map.of();
    private Map<String, Integer> cities = Map.of();
    private boolean known;

    /** Whether the keys have to be read again. */
    public synchronized boolean isStale() {
        return !known;
    }

    /** Forgets the keys, because the dimensions are about to change or may have changed. */
    public synchronized void forget() {
        known = false;
    }

    /** Sets the customers from rows of {@code customer_id} and {@code customer_key}. */
    public synchronized void rememberCustomers(List<SqlRow> rows) {
        Map<String, Integer> keys = new HashMap<>(rows.size() * 2);
        for (SqlRow row : rows) {
            keys.put(row.text("customer_id"), row.integer("customer_key"));
        }
        customers = keys;
    }

    /** Sets the cities that sales name from rows of {@code city} and {@code city_key}. */
    public synchronized void rememberCities(List<SqlRow> rows) {
        Map<String, Integer> keys = new HashMap<>(rows.size() * 2);
        for (SqlRow row : rows) {
            keys.put(row.text("city"), row.integer("city_key"));
        }
        cities = keys;
    }

    /**
     * Sets the products from rows of {@code product_id}, {@code product_key}, {@code price} and {@code cost_price}; then the keys are
     * complete.
     */
    public synchronized void rememberProducts(List<SqlRow> rows) {
        Map<String, ProductKey> keys = new HashMap<>(rows.size() * 2);
        for (SqlRow row : rows) {
            keys.put(
                    row.text("product_id"),
                    new ProductKey(
                            row.integer("product_key"), row.decimalOrNull("price"), row.decimalOrNull("cost_price")));
        }
        products = keys;
        known = true;
    }

    /**
     * The customer's key; null if the warehouse does not know the id. The empty id has a key even if the warehouse does not have
     * the member yet: the member is made when its first sale has been read.
     */
    public synchronized @Nullable Integer customer(String customerId) {
        return customerId.equals(NoCustomer.ID) ? Integer.valueOf(NoCustomer.KEY) : customers.get(customerId);
    }

    /** The key of a city that a sale names; null if no sale that has been read names it. */
    public synchronized @Nullable Integer city(String name) {
        return cities.get(name);
    }

    /** The product's key and prices; null if the warehouse does not know the id. */
    public synchronized @Nullable ProductKey product(String productId) {
        return products.get(productId);
    }

    /**
     * A known product.
     *
     * @param key its surrogate key
     * @param price its price; null if it has none
     * @param costPrice what one unit costs; null if nobody has said
     */
    public record ProductKey(
            int key, @Nullable BigDecimal price, @Nullable BigDecimal costPrice) {}
}
