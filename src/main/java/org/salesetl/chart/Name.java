package org.salesetl.chart;

/**
 * What a row of a result is about.
 *
 * @param text the name, cleaned
 * @param id the id that tells two of the same name apart, cleaned; empty where the name is the id
 * @param shared whether another row of the result has the same name
 */
record Name(String text, String id, boolean shared) {

    /** The name, and the id where the name alone could mean another row. */
    String unique() {
        return shared && !id.isEmpty() ? text + " (" + id + ")" : text;
    }
}
