package org.salesetl.layout;

import org.salesetl.mapping.Mapping;
import org.salesetl.text.RefusedFileException;

/** A mapping knows the header of a file, but the header lacks columns that the mapping needs. The message names the columns. */
class MissingColumnsException extends RefusedFileException {

    private static final long serialVersionUID = 1L;

    private final transient Mapping mapping;
    private final transient Table table;

    MissingColumnsException(Mapping mapping, Table table, String message) {
        super(message);
        this.mapping = mapping;
        this.table = table;
    }

    Mapping mapping() {
        return mapping;
    }

    Table table() {
        return table;
    }
}
