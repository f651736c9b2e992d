package org.salesetl.security;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.salesetl.RefusedStartException;
import org.salesetl.SalesEtlProperties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.stereotype.Component;

/** Who can reach the service, and whether reading needs a sign-in. */
@Component
class Exposure {

    private final boolean loopback;
    private final boolean encrypted;
    private final SalesEtlProperties properties;

    @Autowired
    Exposure(ServerProperties server, SalesEtlProperties properties) {
        this(server.getAddress(), server.getSsl() != null && server.getSsl().isEnabled(), properties);
    }

    /**
     * Checks the address on which the service listens.
     *
     * @param address null for every address of the machine
     * @throws RefusedStartException if a stranger could listen in, or if the names of the service are not configured
     */
    Exposure(@Nullable InetAddress address, boolean encrypted, SalesEtlProperties properties) {
        this.loopback = address != null && address.isLoopbackAddress();
        this.encrypted = encrypted;
        this.properties = properties;
        if (loopback) {
            return;
        }
        if (!encrypted && !properties.insecure() && properties.proxies().isEmpty()) {
            throw new RefusedStartException(
                    "server.address is not the loopback one, so passwords and customers would cross the network in plain text.",
                    "Give the service a certificate by server.ssl.*, or leave server.address at 127.0.0.1 and put a proxy"
                            + " with TLS in front, or name a proxy elsewhere in sales-etl.proxies, or, where something else protects the connection, say"
                            + " sales-etl.insecure=true.");
        }
        if (properties.hosts().isEmpty()) {
            throw new RefusedStartException(
                    "server.address is not the loopback one, and nobody said under which names the service is reached.",
                    "Name them in sales-etl.hosts, without ports, for example sales-etl.hosts=sales.example.org.");
        }
    }

    /** Whether the TLS of a proxy on another machine is all that protects the service, so that nobody may pass the proxy by. */
    boolean needsProxy() {
        return !loopback && !encrypted && !properties.insecure();
    }

    /**
     * Whether everybody who reaches the service may read without a sign-in. If the configuration does not say so, that is who sits at this
     * machine: a service with a proxy or a name is meant for others, although it may listen on the loopback address.
     */
    boolean isReadingOpen() {
        SalesEtlProperties.Reading reading = properties.reading();
        return reading == null
                ? loopback
                        && properties.proxies().isEmpty()
                        && properties.hosts().isEmpty()
                : reading == SalesEtlProperties.Reading.OPEN;
    }
}
