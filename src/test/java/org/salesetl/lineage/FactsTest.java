package org.salesetl.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.salesetl.sql.SqlRow;
import org.salesetl.web.WebRequest;

class FactsTest {

    private static final List<SqlRow> NONE = List.of();

    private final Facts facts = new Facts();

    @Test
    void looksForNoSaleIfTheCategoryHasNoProduct() {
        Map<String, @Nullable Object> parameters = facts.parameters(asked("category", "nope"), NONE, NONE);

        assertThat(parameters).containsEntry("anyProduct", false).containsEntry("productKeys", List.of(-1));
        assertThat(parameters).containsEntry("anyCustomer", true);
    }

    @Test
    void looksForTheSalesOfACityByTheKeysOfItsCustomers() {
        Map<String, @Nullable Object> parameters =
                facts.parameters(asked("city", "Paris"), List.of(new SqlRow(Map.of("customer_key", 7))), NONE);

        assertThat(parameters).containsEntry("anyCustomer", false).containsEntry("customerKeys", List.of(-1, 7));
        assertThat(parameters).containsEntry("anyProduct", true);
    }

    @Test
    void readsTheNewestSalesIfACategoryHasManyProducts() {
        List<SqlRow> many = Collections.nCopies(1_001, new SqlRow(Map.of("product_key", 1)));

        assertThat(facts.parameters(asked("category", "Office"), NONE, many))
                .containsEntry("anyProduct", true)
                .containsEntry("anyCategory", false)
                .containsEntry("productKeys", List.of(-1));
    }

    private static FactQuery asked(String parameter, String value) {
        return FactQuery.of(new WebRequest("/api/facts", Map.of(parameter, List.of(value))));
    }
}
