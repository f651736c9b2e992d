package org.salesetl.chart;

import org.salesetl.metric.Metric;

/** What the value of a metric measures, with a name and a colour. */
enum Measure {
    REVENUE("Revenue", Palette.BLUE, false),
    REVENUE_PER_ORDER("Revenue per order", Palette.BLUE, false),
    UNITS("Units sold", Palette.GREEN, true),
    ORDERS("Orders", Palette.PURPLE, true),
    CUSTOMERS("Customers", Palette.PURPLE, true);

    private final String title;
    private final Palette colour;
    private final boolean whole;

    Measure(String title, Palette colour, boolean whole) {
        this.title = title;
        this.colour = colour;
        this.whole = whole;
    }

    static Measure of(Metric metric) {
        return switch (metric) {
            case TOP_CUSTOMERS, MONTHLY_REVENUE, CATEGORY_REVENUE, TOP_CITIES -> REVENUE;
            case AVERAGE_ORDER_VALUE -> REVENUE_PER_ORDER;
            case BEST_SELLING_PRODUCTS, QUANTITY_PER_CATEGORY, PRICE_VS_QUANTITY -> UNITS;
            case ORDERS_PER_WEEKDAY -> ORDERS;
            case CUSTOMER_DISTRIBUTION -> CUSTOMERS;
        };
    }

    /** The measure as the label of an axis. */
    String title() {
        return title;
    }

    Palette colour() {
        return colour;
    }

    /** Whether all values are whole numbers. */
    boolean isWhole() {
        return whole;
    }
}
