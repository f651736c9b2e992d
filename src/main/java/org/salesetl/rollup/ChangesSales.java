package org.salesetl.rollup;

/** Something that changes sales, and tells which. */
public interface ChangesSales {

    /** The changes; all of a load once it is complete. */
    SalesChanges changes();
}
