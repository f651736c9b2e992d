package org.salesetl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class UsageTest {

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help", "help", "--server.port=8081 --help", "backup -h", "doctor --help"})
    void saysHowToCallTheProgramAndStartsNothing(String asked, CapturedOutput output) {
        String[] arguments = asked.split(" ");
        assertThat(Command.isAskedFor(arguments)).isTrue();

        assertThat(Command.askedForBy(arguments).run()).isZero();

        assertThat(output.getOut())
                .contains("java -jar sales-etl-dashboard.jar [command [file]]")
                .contains("The commands are: backup, ")
                .contains("doctor");
    }

    @Test
    void leavesOptionsToTheService() {
        assertThat(Command.isAskedFor("--server.port=8081")).isFalse();
        assertThat(Command.isAskedFor("--sales-etl.inbox=help")).isFalse();
        assertThat(Command.isAskedFor()).isFalse();
    }
}
