package org.salesetl.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salesetl.inbox.SomeFile;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.mapping.Mapping;
import org.salesetl.mapping.MappingYaml;
import org.salesetl.notation.DateOrder;
import org.salesetl.notation.Dates;
import org.salesetl.text.CutRecords;
import org.salesetl.text.RefusedFileException;

/**
 * Holds every built-in mapping against a file as its source writes it: {@code sources/<mapping>/}. The file {@code expected.csv}
 * beside it has a row for each record that is not blank, and the money of all sales in each currency.
 */
class BuiltInMappingsTest {

    private static final Path MAPPINGS = Path.of("src/main/resources/mappings/sources");
    private static final Path FILES = Path.of("src/test/resources/sources");
    private static final String EXPECTED = "expected.csv";
    private static final List<Column> COMPARED = List.of(
            Column.ORDER_ID,
            Column.PRODUCT_ID,
            Column.ORDER_DATE,
            Column.QUANTITY,
            Column.PRICE,
            Column.AMOUNT,
            Column.DISCOUNT,
            Column.CUSTOMER_ID,
            Column.CITY,
            Column.CURRENCY);

    static Stream<String> sources() throws IOException {
        return names().filter(name -> mapping(name).refusal() == null);
    }

    static Stream<String> refusedSources() throws IOException {
        return names().filter(name -> mapping(name).refusal() != null);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void readsTheFileOfItsSource(String name) throws IOException {
        SomeFile file = file(name);

        assertThat(file.layout().mapping()).isEqualTo(mapping(name));
        assertThat(lines(file)).isEqualTo(expected(name));
    }

    @ParameterizedTest
    @MethodSource("refusedSources")
    void refusesTheFileOfASourceWithoutSales(String name) {
        assertThatThrownBy(() -> file(name))
                .isInstanceOf(RefusedFileException.class)
                .hasMessage(mapping(name).refusal())
                .hasMessageContaining("instead, ");
    }

    @Test
    void recognisesEachFileByOneMappingAlone() throws IOException {
        List<Mapping> all = names().map(BuiltInMappingsTest::mapping).toList();

        for (String name : names().toList()) {
            Set<String> header = header(name);

            assertThat(all.stream().filter(mapping -> mapping.recognises(header)))
                    .as(name)
                    .containsExactly(mapping(name));
        }
    }

    @Test
    void givesEachMappingANameOfItsOwn() throws IOException {
        assertThat(names().map(BuiltInMappingsTest::mapping).map(Mapping::name)).doesNotHaveDuplicates();
    }

    private static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(MAPPINGS)) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", "")).sorted().toList().stream();
        }
    }

    private static Mapping mapping(String name) {
        try {
            return MappingYaml.read(Files.readString(MAPPINGS.resolve(name + ".yaml")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static SomeFile file(String name) throws IOException {
        try (Stream<Path> files = Files.list(FILES.resolve(name))) {
            List<Path> exported = files.filter(file -> !file.endsWith(EXPECTED)).toList();
            assertThat(exported).as("files of " + name).hasSize(1);
            return SomeFile.at(exported.get(0));
        }
    }

    private static Set<String> header(String name) throws IOException {
        Mapping mapping = mapping(name);
        String text = mapping.refusal() == null
                ? String.join("\n", file(name).layout().header())
                : exportedText(name)
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .replace("\"", "")
                        .replaceAll("[,;]", "\n");
        return normalised(Arrays.asList(text.split("\n", -1)));
    }

    private static String exportedText(String name) throws IOException {
        try (Stream<Path> files = Files.list(FILES.resolve(name))) {
            return Files.readString(files.findFirst().orElseThrow(), UTF_8);
        }
    }

    private static Set<String> normalised(List<String> cells) {
        return cells.stream().map(HeaderCell::normalised).collect(Collectors.toSet());
    }

    /** The rows of the file, and the money of its sales, as {@code expected.csv} has them. */
    private static List<String> lines(SomeFile file) throws IOException {
        SalesOfFile sales = SalesOfFile.of(file);
        List<String> lines = new ArrayList<>();
        sales.rows().forEach(row -> lines.add(line(row, file.layout())));
        sales.money()
                .forEach((currency, sum) ->
                        lines.add("sum | " + sum.stripTrailingZeros().toPlainString() + " " + currency));
        return lines;
    }

    private static String line(Row row, Layout layout) {
        Stream<String> values = COMPARED.stream()
                .map(column -> column == Column.ORDER_DATE
                        ? date(row, layout)
                        : Objects.requireNonNullElse(row.cell(column), ""));
        LeftOut leftOut = row.leftOut();
        return Stream.of(
                        Stream.of(String.valueOf(row.line())),
                        values,
                        Stream.of(leftOut == null ? "" : leftOut.why().label()))
                .flatMap(part -> part)
                .collect(Collectors.joining(" | "));
    }

    private static String date(Row row, Layout layout) {
        String cell = row.cell(Column.ORDER_DATE);
        if (cell == null) {
            return "";
        }
        DateOrder known = layout.mapping().dates();
        return String.valueOf(
                Dates.parse(cell, known == null ? layout.conventions().dates() : known));
    }

    private static List<String> expected(String name) throws IOException {
        List<String> expected = new ArrayList<>();
        String text = Files.readString(FILES.resolve(name).resolve(EXPECTED));
        for (CutRecords.Cut record :
                CutRecords.of(text).subList(1, CutRecords.of(text).size())) {
            List<String> cells = record.cells();
            expected.add(
                    cells.get(0).equals("sum")
                            ? "sum | "
                                    + new BigDecimal(cells.get(6))
                                            .stripTrailingZeros()
                                            .toPlainString()
                                    + " " + cells.get(10)
                            : String.join(" | ", cells));
        }
        return expected;
    }
}
