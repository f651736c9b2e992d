package org.salesetl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"quarantine/select", "quarantine/count", "quarantine/sum-of-slice"})
    void includesWhatStatementsShare(String name) {
        assertThat(SqlFile.read(name))
                .contains("AND (q.date_key IS NULL OR q.date_key BETWEEN :#fromKey AND :#toKey)\n")
                .doesNotContain("-- include");
    }

    @Test
    void namesTheStatementThatThereIsNot() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> SqlFile.read("quarantine/none"))
                .withMessageContaining("quarantine/none");
    }
}
