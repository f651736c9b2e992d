package org.salesetl.dashboard;

/**
 * One of several ways to show a page.
 *
 * @param url the page shown in this way
 * @param current whether it is now
 */
record Choice(String name, String url, boolean current) {}
