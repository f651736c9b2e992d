package org.salesetl.vocabulary;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An enum constant that has the same name in the database, in JSON, in links and in files. */
public interface Labelled {

    /** Every enum has this method. */
    String name();

    /** The name of the constant in lower case, for example {@code day_first}. */
    @JsonValue
    default String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The labels of all constants, in their order. */
    static <E extends Enum<E> & Labelled> List<String> labels(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Labelled::label).toList();
    }

    /** The constant with this label; empty if there is none. */
    static <E extends Enum<E> & Labelled> Optional<E> find(Class<E> type, String label) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.label().equals(label))
                .findFirst();
    }

    /**
     * The constant with this label.
     *
     * @throws IllegalArgumentException if there is no such constant
     */
    static <E extends Enum<E> & Labelled> E of(Class<E> type, String label) {
        return find(type, label)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected one of " + String.join(", ", labels(type)) + " but found " + label));
    }
}
