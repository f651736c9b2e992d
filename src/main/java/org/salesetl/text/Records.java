package org.salesetl.text;

import java.io.Closeable;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The records of a file, in chunks of whole records, so that a file of any size needs only a little memory. */
public interface Records extends Iterator<Chunk>, Closeable {

    /** The next record as a chunk of its own; null at the end of the file. */
    @Nullable
    Chunk nextRecord();
}
