package org.salesetl.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Customers, products and sales as files.
 *
 * @param folder where the three files are
 * @param expected what a correct load of them gives; null where nobody has worked it out
 */
record Dataset(Path folder, @Nullable JsonNode expected) {

    Path sales() {
        return folder.resolve("sales.csv");
    }

    /** Customers and products. */
    List<Path> masters() {
        return List.of(folder.resolve("customers.csv"), folder.resolve("products.csv"));
    }

    /** All three. */
    List<Path> files() {
        return List.of(folder.resolve("customers.csv"), folder.resolve("products.csv"), sales());
    }
}
