package org.salesetl.bench;

/** What can be measured by itself, with {@code -Dbench.only}. */
enum Part {
    /** Files into an empty warehouse, on top of others, corrected, and once more. */
    LOAD,
    /** Reading and validating without a database. */
    READING,
    /** Many small files. */
    FILES,
    /** The ten questions, small and large. */
    METRICS,
    /** The ten charts. */
    CHARTS,
    /** The first look at the page of the charts. */
    PAINT,
    /** Readers while a load runs. */
    CLIENTS,
    /** The loads at the large size. */
    LARGE,
    /** The slowest statement of each page, at the large size. */
    PAGES,
    /** The start of the service. */
    START,
    /** Pages and a load with a year of files in the ledger. */
    YEAR,
    /** Large files one after the other into one warehouse; not part of the usual run. */
    HUNDRED
}
