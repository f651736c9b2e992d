package org.salesetl.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.salesetl.SalesEtlProperties;
import org.salesetl.sample.SampleFiles;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Writes sales with the project's own sample generator, as a program of its own: it wants a large heap. */
final class SampleSales {

    /** What the generator writes on average. */
    private static final double SALES_AN_ORDER = 2.35;

    /** The same files whenever they are made. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-12-31T12:00:00Z"), ZoneOffset.UTC);

    private SampleSales() {}

    /**
     * Writes the three files.
     *
     * @param arguments the folder, how many sales, and the seed
     */
    public static void main(String[] arguments) {
        int sales = Integer.parseInt(arguments[1]);
        Map<String, Object> properties = Map.of(
                "sales-etl.sample.customers",
                10_000,
                "sales-etl.sample.products",
                1_000,
                "sales-etl.sample.orders",
                Math.max(1, (int) (sales / SALES_AN_ORDER)),
                "sales-etl.sample.seed",
                arguments[2]);
        new SampleFiles(
                        new Binder(new MapConfigurationPropertySource(properties))
                                .bindOrCreate("sales-etl", SalesEtlProperties.class),
                        CLOCK)
                .writeTo(Path.of(arguments[0]));
    }
}
