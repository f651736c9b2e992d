package org.salesetl.mapping;

/** A text is no mapping. The message says where, what was expected and what was found. */
public class MappingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MappingException(String message) {
        super(message);
    }
}
