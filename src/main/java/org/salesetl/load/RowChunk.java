package org.salesetl.load;

import org.salesetl.text.Chunk;

/**
 * A few thousand records of a file that is being loaded.
 *
 * @param load the load of the file
 * @param chunk the records as they came
 */
public record RowChunk(FileLoad load, Chunk chunk) {

    /** The name of Camel's data format that parses the records. */
    public String csvFormat() {
        return load.layout().csvFormat();
    }
}
