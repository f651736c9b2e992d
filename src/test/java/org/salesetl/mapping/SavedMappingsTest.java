package org.salesetl.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.salesetl.SomeProperties;

/** Mappings that people have saved come before all others. */
class SavedMappingsTest {

    private static final String SHOPIFY = "Shopify orders";
    private static final Set<String> SHOPIFY_HEADER = normalised(
            "Name", "Financial Status", "Created at", "Lineitem name", "Lineitem quantity", "Lineitem price");

    private final Mappings mappings = SomeMappings.of(SomeProperties.defaults());

    @Test
    void comeBeforeTheBuiltInOnes() {
        assertThat(names(SHOPIFY_HEADER)).containsExactly(SHOPIFY);

        mappings.takeSaved(Map.of("Our shop", document("Our shop", "Name")));

        assertThat(names(SHOPIFY_HEADER)).containsExactly("Our shop");
        assertThat(mappings.named("Our shop"))
                .hasValueSatisfying(known -> assertThat(known.origin()).isEqualTo(Origin.DATABASE));

        mappings.takeSaved(Map.of());
        assertThat(names(SHOPIFY_HEADER)).containsExactly(SHOPIFY);
    }

    @Test
    void standInForTheOneWithTheSameName() {
        mappings.takeSaved(Map.of(SHOPIFY, document(SHOPIFY, "Something else")));

        assertThat(names(SHOPIFY_HEADER)).as("the built-in one is not in use").isEmpty();
        assertThat(mappings.known())
                .filteredOn(known -> known.name().equals(SHOPIFY))
                .singleElement()
                .satisfies(known -> {
                    assertThat(known.origin()).isEqualTo(Origin.DATABASE);
                    assertThat(known.replaces()).isEqualTo(Origin.BUILT_IN);
                });
    }

    @Test
    void areUsedWhereOneOfThemIsWrong() {
        mappings.takeSaved(
                Map.of("Broken", "name: Broken\nkind: sales\ncolour: red\n", "Our shop", document("Our shop", "Name")));

        assertThat(names(SHOPIFY_HEADER)).containsExactly("Our shop");
        assertThat(mappings.problems()).singleElement().asString().startsWith("Broken: line 3, column 1: ");
    }

    @Test
    void keepTheCommentsOfTheirDocuments() {
        mappings.takeSaved(Map.of("Our shop", "# the shop in the mall\n" + document("Our shop", "Name")));

        assertThat(mappings.named("Our shop"))
                .hasValueSatisfying(known -> assertThat(known.text().yaml()).startsWith("# the shop in the mall"));
        assertThat(mappings.named(SHOPIFY))
                .hasValueSatisfying(known -> assertThat(known.text().yaml()).startsWith("# Shopify"));
    }

    private List<String> names(Set<String> header) {
        return mappings.recognising(header).stream().map(Mapping::name).toList();
    }

    private static Set<String> normalised(String... cells) {
        return Stream.of(cells).map(HeaderCell::normalised).collect(Collectors.toSet());
    }

    private static String document(String name, String cell) {
        return "name: " + name + "\nkind: sales\nrecognised_by: [" + cell + "]\nwithout_customer: accept\n"
                + "columns: {product_id: Lineitem sku, order_date: Created at, quantity: Lineitem quantity}\n";
    }
}
