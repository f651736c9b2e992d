package org.salesetl.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.salesetl.WarehouseTest;

/** The first sales of a warehouse come into tables that others may read at the same moment. */
class FirstLoadTest extends WarehouseTest {

    private static final int LOADS = 20;
    private static final int READERS = 4;

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void lendsItselfToReadersOfTheEmptyTable() throws Exception {
        AtomicBoolean going = new AtomicBoolean(true);
        List<CompletableFuture<Void>> readers = new ArrayList<>();
        try {
            for (int i = 0; i < READERS; i++) {
                readers.add(CompletableFuture.runAsync(() -> readWhile(going)));
            }
            for (int i = 0; i < LOADS; i++) {
                warehouse.empty();
                warehouse.drop("customers.csv", "customer_id,city", "C1,Köln");
                warehouse.drop("products.csv", "product_id,price", "P1,2.50");
                warehouse.drop(
                        "sales.csv", "order_id,customer_id,product_id,order_date,quantity", "O1,C1,P1,2025-01-31,2");

                assertThat(warehouse.run().status()).isEqualTo("succeeded");
                assertThat(warehouse.revenue()).isEqualByComparingTo("5");
            }
        } finally {
            going.set(false);
        }
        readers.forEach(CompletableFuture::join);
    }

    private void readWhile(AtomicBoolean going) {
        try (Connection connection = warehouse.connection();
                Statement statement = connection.createStatement()) {
            while (going.get()) {
                statement.executeQuery("SELECT MAX(quantity) FROM fact_sales").close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
