package org.salesetl.openid;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.jspecify.annotations.Nullable;
import org.salesetl.FreePort;

/** A provider of OpenID Connect that asks for a name and for claims on a page, and signs what it is given there. */
public final class Provider implements AutoCloseable {

    private final int port;
    private @Nullable MockOAuth2Server server;

    private Provider(int port) {
        this.port = port;
    }

    /** A provider that has an address, and has not started yet. */
    public static Provider away() {
        return new Provider(FreePort.find());
    }

    public String issuer() {
        return "http://127.0.0.1:" + port + "/company";
    }

    /** Starts with the keys that it always has. */
    public void start() {
        start(new KeyProvider());
    }

    /** Starts with a key under the name of the known one, which nobody can tell from the known one but by a signature. */
    void startAsSomebodyElse() {
        start(new KeyProvider(List.of()));
    }

    private void start(KeyProvider keys) {
        close();
        MockOAuth2Server started = new MockOAuth2Server(
                new OAuth2Config(true, null, null, false, new OAuth2TokenProvider(keys, (Instant) null)));
        started.start(InetAddress.getLoopbackAddress(), port);
        server = started;
    }

    @Override
    public void close() {
        if (server != null) {
            server.shutdown();
        }
        server = null;
    }
}
