package org.salesetl.vocabulary;

/** What judges the rows of files. */
public enum Engine implements Labelled {
    /** This process, row by row. */
    CAMEL,

    /** The cluster, where a file allows that. */
    SPARK,

    /** The cluster for large files, and this process for all others. */
    AUTO
}
