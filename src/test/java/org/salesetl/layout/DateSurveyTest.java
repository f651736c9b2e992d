package org.salesetl.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.salesetl.notation.DateOrder;

class DateSurveyTest {

    private final DateSurvey survey = new DateSurvey(LocalDate.of(2026, 11, 29));

    @Test
    void takesNoReadingThatLiesInTheFuture() {
        look("05/02/2026", "03/12/2026");

        assertThat(survey.order()).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(survey.evidence()).isEqualTo("month first: line 3 has 03/12/2026");
    }

    @Test
    void learnsNothingFromADateThatLiesInTheFutureWhateverComesFirst() {
        look("05/02/2026", "03/12/2031");

        assertThat(survey.order()).isEqualTo(DateOrder.UNDECIDED);
    }

    @Test
    void readsAYearOfTwoDigitsInFront() {
        look("24-03-05", "24-03-31");

        assertThat(survey.order()).isEqualTo(DateOrder.SHORT_YEAR_FIRST);
        assertThat(survey.evidence()).isEqualTo("short year first: line 3 has 24-03-31");
    }

    @Test
    void knowsThatNobodyWritesAYearOfTwoDigitsBeforePoints() {
        look("05.03.25", "15.03.25");

        assertThat(survey.order()).isEqualTo(DateOrder.DAY_FIRST);
    }

    private void look(String... cells) {
        int line = 2;
        for (String cell : cells) {
            survey.look(cell.getBytes(UTF_8), 0, cell.length(), line++);
        }
    }
}
