package org.salesetl.bench;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Makes the data, or takes what an earlier run has made with the same arguments. */
final class Datasets {

    private static final int SEED = 7;
    private static final int OTHER_SEED = 8;

    private final Path home;
    private final Python python;
    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    Datasets(Path home, Python python) {
        this.home = home;
        this.python = python;
    }

    /** So many sales with their customers and products. */
    Dataset sales(int sales) throws IOException, InterruptedException {
        return made(sales, SEED);
    }

    /** So many sales of the same customers and products that none of the others is: sale and order ids are new. */
    Dataset newSales(int sales) throws IOException, InterruptedException {
        Dataset others = made(sales, OTHER_SEED);
        Path folder = Files.createDirectories(home.resolve("new-" + sales));
        SalesFiles.renumber(others.sales(), folder.resolve("sales.csv"), Long.MAX_VALUE, Long::toString);
        return new Dataset(folder, others.expected());
    }

    private Dataset made(int sales, int seed) throws IOException, InterruptedException {
        Path folder = home.resolve((python.generates() ? "made-" : "sample-") + sales + "-" + seed);
        Path complete = folder.resolve("complete");
        if (!Files.exists(complete)) {
            System.out.println("[bench] making " + Figures.count(sales) + " sales");
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            if (python.generates()) {
                python.generate(folder, sales, seed);
            } else {
                Commands.output(
                        Commands.java("-Xmx6g", SampleSales.class.getName(), folder.toString(), "" + sales, "" + seed));
            }
            Files.createFile(complete);
        }
        Path expected = folder.resolve("expected.json");
        return new Dataset(folder, Files.exists(expected) ? json.readTree(expected.toFile()) : null);
    }
}
