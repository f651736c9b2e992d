package org.salesetl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class UsageTest {

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help", "help"})
    void saysHowToCallTheProgramAndStartsNothing(String asked, CapturedOutput output) {
        assertThat(Command.isAskedFor(asked)).isTrue();

        assertThat(Command.named(asked).run()).isZero();

        assertThat(output.getOut())
                .contains("java -jar sales-etl-dashboard.jar [command [file]]")
                .contains("The commands are: backup, ")
                .contains("doctor");
    }
}
