package org.salesetl.bench;

/**
 * What a run did and took.
 *
 * @param run the run as the service tells it
 * @param seconds from the drop of the files to the run's end
 * @param heap the service's heap meanwhile
 * @param residentBytes the most memory the process has had up to the run's end
 */
record Loaded(Run run, double seconds, HeapLog.Extract heap, long residentBytes) {

    /** Sales that came to be in the warehouse, a second. */
    double salesPerSecond() {
        return run.sum("sales", "inserted") / seconds;
    }
}
