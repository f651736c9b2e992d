package org.salesetl.rollup;

/**
 * Where a sale counts: in the city that it names, or else in that of its customer, whichever that is now. A place is the key of a city,
 * which is above zero, or a customer's key as a number below zero.
 */
final class Places {

    private Places() {}

    static int ofCity(int cityKey) {
        return cityKey;
    }

    static int ofCustomer(int customerKey) {
        return -1 - customerKey;
    }

    /** The place of the current sale of a reader. */
    static int of(PackReader sale) {
        return sale.city() == SoldLine.NO_CITY ? ofCustomer(sale.customer()) : ofCity(sale.city());
    }
}
