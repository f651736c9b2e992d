package org.salesetl.sale;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salesetl.rule.Described;
import org.salesetl.rule.Sale;

/** Every customer, product and city in the good rows of a wide file, each once; and how often the file contradicts itself. */
final class DescribedDimensions {

    private final Map<String, DescribedCustomer> customers = new LinkedHashMap<>();
    private final Map<String, DescribedProduct> products = new LinkedHashMap<>();
    private final Set<String> cities = new LinkedHashSet<>();
    private int contradictions;

    /** Notes the descriptions in the sales of a chunk. */
    void add(List<Sale> sales) {
        for (Sale sale : sales) {
            Described said = sale.described();
            if (said != null) {
                add(sale, said);
            }
        }
    }

    private void add(Sale sale, Described said) {
        if (said.city() != null) {
            cities.add(said.city());
        }
        // what a sale without a customer says of a customer is about nobody who is known
        boolean contradicts = !sale.isGuestSale() && add(DescribedCustomer.in(sale, said));
        contradicts |= add(DescribedProduct.in(sale, said));
        contradictions += contradicts ? 1 : 0;
    }

    /** Adds a customer; returns whether an earlier row describes the customer differently. */
    private boolean add(DescribedCustomer customer) {
        DescribedCustomer known = customers.get(customer.customerId());
        customers.put(customer.customerId(), known == null ? customer : known.and(customer));
        return known != null && known.isContradictedBy(customer);
    }

    /** Adds a product; returns whether an earlier row describes the product differently. */
    private boolean add(DescribedProduct product) {
        DescribedProduct known = products.get(product.productId());
        products.put(product.productId(), known == null ? product : known.and(product));
        return known != null && known.isContradictedBy(product);
    }

    List<DescribedCity> cities() {
        return cities.stream().map(DescribedCity::new).toList();
    }

    List<DescribedCustomer> customers() {
        return List.copyOf(customers.values());
    }

    List<DescribedProduct> products() {
        return List.copyOf(products.values());
    }

    /** How many rows describe a customer or a product differently from an earlier row. */
    public int contradictions() {
        return contradictions;
    }
}
