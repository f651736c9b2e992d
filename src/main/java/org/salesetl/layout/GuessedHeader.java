package org.salesetl.layout;

import java.util.List;

/**
 * A header that no mapping knows.
 *
 * @param cells its cells as they are in the file
 * @param guessed for how many columns of ours there is a guess
 */
public record GuessedHeader(List<String> cells, int guessed) {

    public GuessedHeader {
        cells = List.copyOf(cells);
    }
}
