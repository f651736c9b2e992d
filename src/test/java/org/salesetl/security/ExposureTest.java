package org.salesetl.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salesetl.RefusedStartException;
import org.salesetl.SomeProperties;

class ExposureTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void letsPeopleReadWithoutSignInOnLoopbackOnly() throws UnknownHostException {
        Map<String, ?> elsewhere = Map.of("insecure", "true", "hosts", "sales.example.org");

        assertThat(new Exposure(LOOPBACK, false, SomeProperties.defaults()).isReadingOpen())
                .isTrue();
        assertThat(new Exposure(LOOPBACK, false, SomeProperties.with("reading", "signed-in")).isReadingOpen())
                .isFalse();
        assertThat(new Exposure(everywhere(), false, SomeProperties.with(elsewhere)).isReadingOpen())
                .isFalse();
        assertThat(new Exposure(null, true, SomeProperties.with(Map.of("hosts", "a", "reading", "open")))
                        .isReadingOpen())
                .isTrue();
    }

    @Test
    void refusesPlainTextOnOtherAddressesThanLoopback() throws UnknownHostException {
        InetAddress everywhere = everywhere();

        assertThatExceptionOfType(RefusedStartException.class)
                .isThrownBy(() -> new Exposure(everywhere, false, SomeProperties.with("hosts", "a")))
                .extracting(RefusedStartException::wayOut)
                .asString()
                .contains("server.ssl", "proxy", "sales-etl.insecure=true");
    }

    @Test
    void requiresTheNamesOfTheServiceOnOtherAddresses() {
        assertThatExceptionOfType(RefusedStartException.class)
                .isThrownBy(() -> new Exposure(null, true, SomeProperties.defaults()))
                .extracting(RefusedStartException::wayOut)
                .asString()
                .contains("sales-etl.hosts");
    }

    private static InetAddress everywhere() throws UnknownHostException {
        return InetAddress.getByName("0.0.0.0");
    }
}
