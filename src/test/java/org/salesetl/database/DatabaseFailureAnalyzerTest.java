package org.salesetl.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class DatabaseFailureAnalyzerTest {

    private final DatabaseFailureAnalyzer analyzer = new DatabaseFailureAnalyzer(new MockEnvironment()
            .withProperty("spring.datasource.url", "jdbc:mysql://db:3306/sales?password=secret")
            .withProperty("spring.datasource.username", "shop"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    28000 | 1045 | The database server at jdbc:mysql://db:3306/sales refuses the user shop   | spring.datasource.password
                    42000 | 1049 | The database server at jdbc:mysql://db:3306/sales has no database         | utf8mb4
                    42000 | 1142 | The user shop has too few rights on the database at jdbc:mysql://db:3306/sales: told | all privileges
                    08S01 | 0    | No database server answers at jdbc:mysql://db:3306/sales.                 | Start the server
                    """)
    void saysWhatIsWrongInASentence(String state, int number, String description, String action) {
        FailureAnalysis analysis =
                analyzer.analyze(new BeanCreationException("flyway", new SQLException("told", state, number)));

        assertThat(Objects.requireNonNull(analysis).getDescription())
                .startsWith(description)
                .doesNotContain("secret");
        assertThat(analysis.getAction()).contains(action);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    1045 | Access denied for user 'owner'@'%' (using password: YES)         | spring.flyway.password
                    1045 | Access denied for user 'shop'@'%' (using password: YES)          | spring.datasource.password
                    1142 | GRANT command denied to user 'owner'@'%' for table 'fact_sales'  | with the GRANT OPTION
                    1044 | Access denied for user 'shop'@'%' to database 'sales'            | the user CREATE TEMPORARY TABLES
                    """)
    void saysWhichOfTheUsersItIs(int number, String told, String action) {
        DatabaseFailureAnalyzer separate = new DatabaseFailureAnalyzer(new MockEnvironment()
                .withProperty("spring.datasource.username", "shop")
                .withProperty("spring.flyway.user", "owner"));

        FailureAnalysis analysis = Objects.requireNonNull(
                separate.analyze(new BeanCreationException("flyway"), new SQLException(told, "42000", number)));

        assertThat(analysis.getAction()).contains(action);
    }

    @Test
    void doesNotAnalyzeOtherFailures() {
        assertThat(analyzer.analyze(new BeanCreationException("x", new SQLException("syntax", "42000", 1064))))
                .isNull();
    }
}
