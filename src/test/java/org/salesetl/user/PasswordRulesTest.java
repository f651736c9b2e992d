package org.salesetl.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {

    @ParameterizedTest
    @CsvSource({
        "short-one, account.short",
        "aaaaaaaaaaaaaaaa, account.common",
        "password123456, account.common",
        "qwertyuiopasdfgh, account.common",
        "1234567890123456, account.common",
        "iloveyou12345, account.common",
        "my-Anna-is-a-user, account.name-in-password",
        "lantern gravel violin oak,"
    })
    void saysWhatIsWrongWithAPassword(String password, String problem) {
        assertThat(PasswordRules.problem("anna", password)).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({"24, account.long", "12,"})
    void countsTheBytesThatTheHashLooksAt(int repetitions, String problem) {
        String letters = "äößüxkqzvwpéñłøåæđžšťćůęąıőŝ".substring(0, repetitions);

        assertThat(PasswordRules.problem("anna", letters + letters + (repetitions > 12 ? letters : "")))
                .isEqualTo(problem);
    }

    @Test
    void takesAShortNameForAPartOfAWord() {
        assertThat(PasswordRules.problem("ada", "canadian lantern violin")).isNull();
    }

    @RepeatedTest(20)
    void generatesPasswordsThatNobodyGuesses() {
        String password = PasswordRules.generate();

        assertThat(password).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}");
        assertThat(PasswordRules.problem("anna", password)).isNull();
    }
}
