package org.salesetl.spark;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a lake holds: the document {@code tables.json}. Whoever reads the folders that the document names reads the warehouse as it was at
 * one moment. All paths are relative to the folder of the lake.
 *
 * @param writtenAt when the document was written
 * @param sales the months by their number, as in 202501
 * @param customers the folder of the customers; null if nothing has been written yet
 * @param products the folder of the products; null if nothing has been written yet
 * @param replaced folders that the document before has named, and that the next write deletes: somebody may be reading them
 */
record LakeTables(
        @JsonProperty("written_at") String writtenAt,
        @JsonProperty("sales") SortedMap<Integer, Month> sales,
        @JsonProperty("customers") @Nullable String customers,
        @JsonProperty("products") @Nullable String products,
        @JsonProperty("replaced") List<String> replaced) {

    /** What a new lake holds. */
    static final LakeTables NONE = new LakeTables("", new TreeMap<>(), null, null, List.of());

    /**
     * The sales of a month.
     *
     * @param state the state of the month in the warehouse
     * @param path their folder; null if there are none
     */
    record Month(
            @JsonProperty("state") String state,
            @JsonProperty("path") @Nullable String path) {}

    /** The states of all months. */
    SortedMap<Integer, String> states() {
        SortedMap<Integer, String> states = new TreeMap<>();
        sales.forEach((month, one) -> states.put(month, one.state()));
        return states;
    }

    /** All folders with data that counts. */
    List<String> folders() {
        return Stream.concat(
                        sales.values().stream().flatMap(month -> Stream.ofNullable(month.path())),
                        Stream.concat(Stream.ofNullable(customers), Stream.ofNullable(products)))
                .toList();
    }

    /** The folders of these months; null if a month is not here in this state. */
    @Nullable
    List<String> folders(Map<Integer, String> months) {
        if (!months.entrySet().stream()
                .allMatch(month -> sales.containsKey(month.getKey())
                        && sales.get(month.getKey()).state().equals(month.getValue()))) {
            return null;
        }
        return months.keySet().stream()
                .flatMap(month -> Stream.ofNullable(sales.get(month).path()))
                .toList();
    }
}
