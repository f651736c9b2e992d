package org.salesetl.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestTemplate;

/** Calls to a provider that takes every connection and never answers. */
class ProviderCallsTest {

    private static final int MORE = 5;

    @Test
    void waitNotLongAndFewAtOnce() throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(ProviderCalls.MOST_AT_ONCE + MORE);
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            RestTemplate calls = ProviderCalls.calls(Duration.ofSeconds(2));
            String address = "http://127.0.0.1:" + silent.getLocalPort() + "/";
            List<CompletableFuture<Throwable>> asked = new ArrayList<>();
            for (int i = 0; i < ProviderCalls.MOST_AT_ONCE + MORE; i++) {
                asked.add(CompletableFuture.supplyAsync(() -> failure(calls, address), threads));
            }

            List<Throwable> causes = asked.stream()
                    .map(CompletableFuture::join)
                    .map(Throwable::getCause)
                    .toList();

            assertThat(causes)
                    .filteredOn(SocketTimeoutException.class::isInstance)
                    .hasSize(ProviderCalls.MOST_AT_ONCE);
            assertThat(causes)
                    .filteredOn(cause -> String.valueOf(cause.getMessage()).contains("calls at once"))
                    .hasSize(MORE);
            // those that have given up make room
            assertThatExceptionOfType(ResourceAccessException.class)
                    .isThrownBy(() -> calls.getForObject(address, String.class))
                    .withCauseInstanceOf(SocketTimeoutException.class);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Throwable failure(RestTemplate calls, String address) {
        try {
            return new AssertionError(calls.getForObject(address, String.class));
        } catch (ResourceAccessException e) {
            return e;
        }
    }
}
