package org.salesetl.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesetl.RefusedStartException;
import org.salesetl.SomeProperties;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ExposureTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void letsPeopleReadWithoutSignInOnLoopbackOnly() throws UnknownHostException {
        Map<String, ?> elsewhere = Map.of("insecure", "true", "hosts", "sales.example.org");

        assertThat(new Exposure(LOOPBACK, false, SomeProperties.defaults()).isReadingOpen())
                .isTrue();
        assertThat(new Exposure(LOOPBACK, false, SomeProperties.with("proxies", "127.0.0.1")).isReadingOpen())
                .isFalse();
        assertThat(new Exposure(LOOPBACK, false, SomeProperties.with("hosts", "sales.example.org")).isReadingOpen())
                .isFalse();
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
    void needsAProxyWhereNothingElseEncrypts() throws UnknownHostException {
        Map<String, ?> behind = Map.of("hosts", "a", "proxies", "10.1.1.2");

        assertThat(new Exposure(everywhere(), false, SomeProperties.with(behind)).needsProxy())
                .isTrue();
        assertThat(new Exposure(everywhere(), true, SomeProperties.with(behind)).needsProxy())
                .isFalse();
        assertThat(new Exposure(LOOPBACK, false, SomeProperties.with(behind)).needsProxy())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"true, 10.1.1.9, 200", "false, 10.1.1.9, 403", "false, 127.0.0.1, 200", "false, 0:0:0:0:0:0:0:1, 200"})
    void answersNobodyWhoPassesTheProxyBy(boolean secure, String from, int status) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setSecure(secure);
        request.setRemoteAddr(from);
        MockHttpServletResponse answer = new MockHttpServletResponse();

        new EncryptedFilter(true).doFilter(request, answer, new MockFilterChain());

        assertThat(answer.getStatus()).isEqualTo(status);
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
