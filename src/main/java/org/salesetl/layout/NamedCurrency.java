package org.salesetl.layout;

import java.io.Serializable;

/**
 * A currency that a file names.
 *
 * @param word a code of ISO 4217, or a sign
 * @param line the first line that has the word
 * @param cells how many cells have the word
 */
public record NamedCurrency(String word, int line, int cells) implements Serializable {}
