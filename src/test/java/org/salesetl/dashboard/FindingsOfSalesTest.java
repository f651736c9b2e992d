package org.salesetl.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sentence below each chart says what the sales say, worked out by hand. */
class FindingsOfSalesTest extends BrowserTest {

    /**
     * Revenue 1,000.00: Ann 300, Ben 250, Cid 150, and Dora, Eva and Finn 100 each. Six desks bring 600, ten lamps 250, a hundred pens 150.
     * January has 550 in two orders, February 450 in four. Mondays and Tuesdays have three orders each.
     */
    private void loadSales() {
        drop(
                "customers.csv",
                "customer_id,name,city",
                "C1,Ann,Paris",
                "C2,Ben,Lyon",
                "C3,Cid,Lyon",
                "C4,Dora,Nice",
                "C5,Eva,Metz",
                "C6,Finn,Brest");
        awaitFiles(1);
        drop(
                "products.csv",
                "product_id,name,category,price",
                "D,Desk,Furniture,100.00",
                "L,Lamp,Furniture,25.00",
                "P,Pen,Office,1.50");
        awaitFiles(2);
        drop(
                "sales.csv",
                "order_id,customer_id,product_id,order_date,quantity",
                "O1,C1,D,2025-01-06,3",
                "O2,C2,L,2025-01-07,10",
                "O3,C3,P,2025-02-03,100",
                "O4,C4,D,2025-02-04,1",
                "O5,C5,D,2025-02-10,1",
                "O6,C6,D,2025-02-11,1");
        awaitFiles(3);
    }

    @Test
    void saysWhatTheSalesSay() {
        loadSales();
        open("/analytics");

        Map.of(
                        "top-customers",
                        "Most revenue: Ann, 300.00, 30 % of the total, 20 % more than Ben.",
                        "monthly-revenue",
                        "Revenue peaked in January 2025 at 550.00; the last month, February 2025, brought 450.00 so far.",
                        "best-selling-products",
                        "Most units: Pen, 100, 86 % of the total, ten times as many as Lamp.",
                        "category-revenue",
                        "Most revenue: Furniture, 850.00, 85 % of the total over two categories,"
                                + " 5.7 times as much as Office.",
                        "average-order-value",
                        "An order was worth the most in January 2025, 275.00 on average; in the last month, February 2025, it was worth 112.50 so far.",
                        "orders-per-weekday",
                        "Most orders: Monday and Tuesday, 3 of 6 each;" + " there are none on five other weekdays.",
                        "quantity-per-category",
                        "Most units: Office, 100, 86 % of the total over two categories,"
                                + " 6.3 times as many as Furniture.",
                        "top-cities",
                        "Most revenue: Lyon, 400.00, 40 % of the total, 33 % more than Paris.",
                        "customer-distribution",
                        "Most customers: Lyon, 2, 33 % of the total over five cities.",
                        "price-vs-quantity",
                        "With only three products there is no telling whether price matters;"
                                + " the best seller, Pen, sold 100 units at a price of 1.50.")
                .forEach((slug, sentence) -> assertThat(finding(slug)).hasText(sentence));
    }

    @Test
    void saysSharesOfTheSlice() {
        loadSales();

        open("/analytics?from=2025-02-01&to=2025-02-28");

        assertThat(finding("top-customers")).hasText("Most revenue: Cid, 150.00, 33 % of the total.");
        open("/");
        assertThat(finding("top-cities"))
                .hasText("Most revenue: Lyon, 400.00, 40 % of the total, 33 % more than Paris.");
    }
}
