package org.salesetl.layout;

/** Looks at the cells at one place of the records. */
interface PlaceSurvey {

    /**
     * Looks at a cell. Nearly all cells tell nothing and need not become text.
     *
     * @param bytes the record in UTF-8
     * @param from where the cell starts
     * @param to where it ends
     * @param line the line of the record
     */
    void look(byte[] bytes, int from, int to, int line);

    /** Looks at the same cells with another survey too. */
    default PlaceSurvey and(PlaceSurvey other) {
        return (bytes, from, to, line) -> {
            look(bytes, from, to, line);
            other.look(bytes, from, to, line);
        };
    }
}
