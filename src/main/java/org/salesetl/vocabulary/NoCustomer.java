package org.salesetl.vocabulary;

/**
 * The member of {@code dim_customer} to which sales without a customer belong. The revenue of the member counts everywhere, but
 * the member is no customer: no count of customers counts the member.
 */
public final class NoCustomer {

    /** The business key. No file can bring a customer with an empty id. */
    public static final String ID = "";

    /** The surrogate key, which no other customer gets: those are numbered from 1. */
    public static final int KEY = 0;

    private NoCustomer() {}
}
