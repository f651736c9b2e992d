package org.salesetl.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.salesetl.text.Encoding;
import org.salesetl.text.FileFormat;

/** The objects of a file of JSON, one at a time, so that memory holds no more than one. */
interface JsonSource extends Closeable {

    /** Takes an object, and tells whether it wants the next one. */
    interface Target {
        boolean take(ObjectNode object) throws IOException;
    }

    static JsonSource open(Path file, Encoding encoding) throws IOException {
        return FileFormat.of(file) == FileFormat.JSON_LINES
                ? LinesOfJson.open(file, encoding)
                : JsonDocument.open(file, encoding);
    }

    /**
     * Looks which lists there are.
     *
     * @throws org.salesetl.text.RefusedFileException if the file cannot be read as JSON, or is out of bounds
     */
    JsonShape shape() throws IOException;

    /**
     * Gives the objects of a table one after the other.
     *
     * @param base the fields that lead from a root to the list of the objects; empty for the roots
     * @throws org.salesetl.text.RefusedFileException if the file cannot be read as JSON, or is out of bounds
     */
    void each(List<String> base, Target target) throws IOException;
}
