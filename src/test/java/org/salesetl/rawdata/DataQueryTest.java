package org.salesetl.rawdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.web.WebRequest;

class DataQueryTest {

    private static final long MANY = 10_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sort=date_key&order=desc",
                "customer_key=7",
                "date_key=20250101..20250131",
                "sale_id=S1*",
                "sort=sale_id&product_key=1..9"
            })
    void usesAnIndexToFindAndSortRows(String query) {
        assertThat(query(query).needsIndex(MANY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"q=O1", "sort=revenue", "quantity=2", "sale_id=*1", "customer_key=7&quantity=2", "file=a.csv"})
    void readsRowsOneByOneIfThereIsNoIndex(String query) {
        assertThat(query(query).needsIndex(MANY)).isTrue();
        assertThat(query(query).needsIndex(1000)).isFalse();
    }

    @Test
    void saysWhyItDoesNotReadTooManyRows() {
        assertThatThrownBy(() -> query("sort=revenue").checkRowsToRead(MANY))
                .hasMessage(
                        "sort: expected at most 1000000 rows to look through; filter first by one of sale_key, sale_id,"
                                + " customer_key, product_key, date_key, which have an index but found 10000000 rows");
        assertThatThrownBy(() -> query("q=O1").checkRowsToRead(MANY)).hasMessageStartingWith("q: expected");
        assertThatThrownBy(() -> query("quantity=1&line=5").checkRowsToRead(MANY))
                .hasMessageStartingWith("quantity, line: expected");
        query("sort=revenue").checkRowsToRead(1_000_000);
    }

    @Test
    void keepsOnlyFiltersWithAnIndexToCountTheRowsToRead() {
        assertThat(query("customer_key=7&quantity=2&q=O1").narrowed().where())
                .isEqualTo("\nWHERE customer_key = :?only_customer_key_0");
    }

    private static DataQuery query(String query) {
        Map<String, List<String>> parameters = new HashMap<>();
        Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> parameters.put(pair[0], List.of(pair[1])));
        return DataQuery.of(new WebRequest("/data/fact_sales", parameters));
    }
}
