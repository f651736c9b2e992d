package org.salesetl.openid;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestTemplate;

/**
 * Calls to the provider. Whoever may not sign in can cause them, and a provider that does not answer must not hold the threads of the
 * service: a call waits a few seconds, and few calls wait at once.
 */
final class ProviderCalls implements ClientHttpRequestInterceptor {

    private static final Duration LONGEST_TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration LONGEST_TO_READ = Duration.ofSeconds(5);
    static final int MOST_AT_ONCE = 20;

    private final Semaphore free = new Semaphore(MOST_AT_ONCE);

    private ProviderCalls() {}

    /** What sends the calls. */
    static RestTemplate calls() {
        return calls(LONGEST_TO_READ);
    }

    /** The same with another time to wait for an answer. */
    static RestTemplate calls(Duration longestToRead) {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(LONGEST_TO_CONNECT);
        requests.setReadTimeout(longestToRead);
        RestTemplate calls = new RestTemplate(requests);
        calls.getMessageConverters().add(0, new OAuth2AccessTokenResponseHttpMessageConverter());
        calls.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        calls.getInterceptors().add(new ProviderCalls());
        return calls;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        if (!free.tryAcquire()) {
            throw new IOException("more than " + MOST_AT_ONCE + " calls at once");
        }
        try {
            return execution.execute(request, body);
        } finally {
            free.release();
        }
    }
}
