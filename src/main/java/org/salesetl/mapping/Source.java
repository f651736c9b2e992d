package org.salesetl.mapping;

/**
 * A mapping of one source, ready to recognise headers.
 *
 * @param text the mapping
 * @param recogniser recognises its headers
 */
record Source(MappingText text, Recogniser recogniser) {

    static Source of(MappingText text) {
        return new Source(text, new Recogniser(text.mapping()));
    }

    String name() {
        return text.name();
    }
}
