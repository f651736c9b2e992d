package org.salesetl.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "sales.csv, sales, sales-2.csv",
        "sales.csv.gz, sales, sales-2.csv.gz",
        "SALES.CSV.GZ, SALES, SALES-2.CSV.GZ",
        "sales.2025.tsv, sales.2025, sales.2025-2.tsv",
        "my sales (1).csv, my sales (1), my sales (1)-2.csv",
        "sales.rejects.csv, sales.rejects, sales.rejects-2.csv",
        "Łódź 😀.csv, Łódź 😀, Łódź 😀-2.csv",
    })
    void numbersNamesBeforeTheirEnding(String name, String stem, String second) {
        assertThat(FileNames.stem(name)).isEqualTo(stem);
        assertThat(FileNames.numbered(Path.of("archive", name), 2)).isEqualTo(Path.of("archive", second));
    }
}
