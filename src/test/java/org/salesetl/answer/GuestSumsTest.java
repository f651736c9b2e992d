package org.salesetl.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salesetl.sql.SqlRow;

class GuestSumsTest {

    private static final SqlRow GROUP =
            new SqlRow(Map.of("file_id", 12, "files", 3L, "sales", 40L, "revenue", new BigDecimal("1234.5000")));

    @Test
    void areTheSameInAnyLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(GuestSums.of(List.of(GROUP, GROUP)).json())
                    .isEqualTo("[[12,3,40,\"1234.5000\"],[12,3,40,\"1234.5000\"]]");
            assertThat(GuestSums.of(List.of()).json()).isEqualTo("[]");
        } finally {
            Locale.setDefault(before);
        }
    }
}
