package org.salesetl.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The objects of a bucket, as the store has them. The store is only read. */
interface StoredObjects {

    /**
     * The next objects, a thousand or so; none after the last one.
     *
     * @param after the key of the last object before these; empty for the first ones
     */
    List<ListedObject> page(String after) throws IOException;

    /**
     * The objects right in a folder, in the order of their keys.
     *
     * @param key the folder without a slash at its end; empty for the objects that lie in no folder
     * @param most how many are wanted; if there are more, some more come
     */
    List<ListedObject> folder(String key, int most) throws IOException;

    /**
     * Reads the content of the object, if nobody has replaced it meanwhile.
     *
     * @throws ObjectException if this object alone cannot be read
     * @throws IOException if the store is away, or the content breaks off
     */
    void read(ListedObject object, Reader reader) throws IOException;

    /** Reads a content to its end. */
    interface Reader {
        void read(InputStream content) throws IOException;
    }
}
