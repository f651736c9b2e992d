package org.salesetl.sale;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every customer and product in the good rows of a wide file, each once; and how often the file contradicts itself. */
final class DescribedDimensions {

    private final Map<String, DescribedCustomer> customers = new LinkedHashMap<>();
    private final Map<String, DescribedProduct> products = new LinkedHashMap<>();
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
        DescribedCustomer customer = DescribedCustomer.in(sale, said);
        DescribedCustomer knownCustomer = customers.get(customer.customerId());
        customers.put(customer.customerId(), knownCustomer == null ? customer : knownCustomer.and(customer));
        DescribedProduct product = DescribedProduct.in(sale, said);
        DescribedProduct knownProduct = products.get(product.productId());
        products.put(product.productId(), knownProduct == null ? product : knownProduct.and(product));
        boolean contradicts = (knownCustomer != null && knownCustomer.isContradictedBy(customer))
                || (knownProduct != null && knownProduct.isContradictedBy(product));
        contradictions += contradicts ? 1 : 0;
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
