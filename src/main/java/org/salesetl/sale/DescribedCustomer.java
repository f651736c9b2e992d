package org.salesetl.sale;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.salesetl.row.BulkRow;
import org.salesetl.row.RowWriter;
import org.salesetl.rule.Described;
import org.salesetl.rule.Sale;

/**
 * What a wide file says about a customer. Each value is from the first row that has one; it is null if no row has one.
 *
 * @param line the first line that names the customer
 */
record DescribedCustomer(
        int line,
        String customerId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String city) implements BulkRow {

    static DescribedCustomer in(Sale sale, Described said) {
        return new DescribedCustomer(sale.line(), sale.customerId(), said.customerName(), said.email(), said.city());
    }

    /** The same customer; values from a later row fill the gaps. */
    DescribedCustomer and(DescribedCustomer later) {
        return new DescribedCustomer(
                line,
                customerId,
                name == null ? later.name : name,
                email == null ? later.email : email,
                city == null ? later.city : city);
    }

    /** Whether a later row has a different value. */
    boolean isContradictedBy(DescribedCustomer later) {
        return differ(name, later.name) || differ(email, later.email) || differ(city, later.city);
    }

    static boolean differ(@Nullable String earlier, @Nullable String later) {
        return earlier != null && later != null && !Objects.equals(earlier, later);
    }

    @Override
    public void writeTo(RowWriter row) {
        row.number(line).text(customerId).text(name).text(email).text(city).end();
    }
}
