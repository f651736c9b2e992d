package org.salesetl.layout;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the records of a file have the value of a column.
 *
 * @param places the places of the cells, counted from zero; none for a constant
 * @param joinedWith what stands between the cells if all of them together are the value; null if the first that is not blank is
 * @param constant the same value for every row; null if cells have it
 */
public record CellPlaces(
        List<Integer> places,
        @Nullable String joinedWith,
        @Nullable String constant) implements Serializable {

    public CellPlaces {
        places = List.copyOf(places);
    }

    /** One cell. */
    public static CellPlaces at(int place) {
        return new CellPlaces(List.of(place), null, null);
    }

    /** Whether one cell has the value, as it is. */
    boolean isOneCell() {
        return places.size() == 1;
    }

    /** The header cells, for people. */
    String words(List<String> header) {
        return places.stream().map(header::get).collect(Collectors.joining(", "));
    }
}
