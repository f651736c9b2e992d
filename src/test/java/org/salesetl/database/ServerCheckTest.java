package org.salesetl.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ServerCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"8.0.33", "9.7.4", "8.4.3-commercial", "10.6.1-MariaDB", "11.4.5-MariaDB-deb12", "unknown"})
    void acceptsServersThatAreNewEnough(String version, CapturedOutput output) {
        new ServerCheck(version, ServerCheck.ENOUGH, true, false).require();

        assertThat(output).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.7.44", "5.5.68-MariaDB", "10.5.27-MariaDB"})
    void refusesOlderServers(String version) {
        assertThatThrownBy(() -> new ServerCheck(version, ServerCheck.ENOUGH, true, false).require())
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("The database server is " + version);
    }

    @Test
    void warnsAboutSettingsThatWillMakeLoadsWait(CapturedOutput output) {
        new ServerCheck("8.0.33", 4_194_304, false, true).require();

        assertThat(output)
                .contains("packets of 4096 KiB only", "max_allowed_packet is 64M", "local_infile=ON", "is read-only")
                .hasLineCount(3);
    }
}
