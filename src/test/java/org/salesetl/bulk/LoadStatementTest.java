package org.salesetl.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salesetl.SqlFile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.support.SQLExceptionTranslator;

class LoadStatementTest {

    @Test
    void insertsIntoTheSameColumns() {
        assertThat(insert(SqlFile.read("customer/load-stage")))
                .isEqualTo("INSERT INTO stage_customer (line, customer_id, name, email, city) VALUES (?,?,?,?,?)");
    }

    @ParameterizedTest
    @MethodSource
    void insertsWhateverIsLoaded(String load) {
        List<String> columns = names(load.substring(load.lastIndexOf('(')));
        String insert = insert(load);

        assertThat(insert).startsWith("INSERT INTO " + load.split("INTO TABLE | CHARACTER SET", -1)[1] + " (");
        assertThat(names(insert.split("VALUES", -1)[0].substring(insert.indexOf('('))))
                .isEqualTo(columns);
        assertThat(names(insert.split("VALUES", -1)[1])).hasSameSizeAs(columns).containsOnly("?");
    }

    static Stream<String> insertsWhateverIsLoaded() throws IOException {
        Resource[] statements = new PathMatchingResourcePatternResolver().getResources("classpath:/sql/**/load*.sql");
        assertThat(statements).hasSizeGreaterThanOrEqualTo(9);
        return Arrays.stream(statements).map(LoadStatementTest::text);
    }

    @Test
    void refusesAnythingElse() {
        assertThatIllegalStateException()
                .isThrownBy(() -> insert("DELETE FROM stage_customer"))
                .withMessageContaining("DELETE FROM stage_customer");
    }

    private static String insert(String load) {
        return new LoadStatement(mock(Connection.class), load, mock(SQLExceptionTranslator.class)).insert();
    }

    private static List<String> names(String columns) {
        return Arrays.asList(columns.replaceAll("[()\\s]", "").split(",", -1));
    }

    private static String text(Resource statement) {
        try {
            return statement.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
