package org.salesetl.dashboard;

/**
 * A choice that changes what a page shows.
 *
 * @param url the page with this choice
 * @param current whether the page has this choice now
 */
record Choice(String name, String url, boolean current) {}
