package org.salesetl.rollup;

/** A load that changes sales. */
public interface ChangesSales {

    /** The changes; they are complete once the load is. */
    SalesChanges changes();
}
