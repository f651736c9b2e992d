package org.salesetl.chart;

/**
 * The name of the customer, product, city, category or weekday of a row.
 *
 * @param text the name, cleaned by {@link Labels#clean}
 * @param id the cleaned id, which is different if two names are the same; empty if the name is the id
 * @param shared whether another row of the result has the same name
 */
record Name(String text, String id, boolean shared) {

    /** The name, with the id if another row has the same name. */
    String unique() {
        return shared && !id.isEmpty() ? text + " (" + id + ")" : text;
    }
}
