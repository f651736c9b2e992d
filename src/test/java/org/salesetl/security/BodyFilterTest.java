package org.salesetl.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BodyFilterTest {

    private final BodyFilter filter = new BodyFilter(Duration.ofMillis(300));
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void refusesABodyThatArrivesTooSlowly() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/sign-in") {
            @Override
            public ServletInputStream getInputStream() {
                return new OneByteNowAndThen();
            }
        };
        request.addHeader("Transfer-Encoding", "chunked");

        assertThat(seen(request)).isNull();
        assertThat(response.getStatus()).isEqualTo(408);
    }

    @Test
    void readsTheFieldsOfAFormAndOfTheUrl() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/etl");
        request.setContentType("application/x-www-form-urlencoded; charset=utf-8");
        request.setContent("mode=reload&name=Z%C3%BCrich+%26+Co&&=x&broken=%zz&mode=check".getBytes(UTF_8));
        request.addParameter("from", "address");

        HttpServletRequest read = Objects.requireNonNull(seen(request));

        assertThat(read.getParameterValues("mode")).containsExactly("reload", "check");
        assertThat(read.getParameter("name")).isEqualTo("Zürich & Co");
        assertThat(read.getParameter("from")).isEqualTo("address");
        assertThat(read.getParameterMap()).containsOnlyKeys("from", "mode", "name");
    }

    @Test
    void doesNotReadTheBodyOfAnUpload() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("PUT", "/api/uploads");
        request.setContent(new byte[2_000_000]);

        assertThat(seen(request)).isSameAs(request);
    }

    private @Nullable HttpServletRequest seen(HttpServletRequest request) throws Exception {
        AtomicReference<HttpServletRequest> seen = new AtomicReference<>();
        filter.doFilter(request, response, (next, ignored) -> seen.set((HttpServletRequest) next));
        return seen.get();
    }

    private static final class OneByteNowAndThen extends ServletInputStream {

        @Override
        public int read() {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return 'x';
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            target[offset] = (byte) read();
            return 1;
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
