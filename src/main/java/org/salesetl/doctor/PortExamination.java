package org.salesetl.doctor;

import static org.salesetl.Diagnosis.failed;
import static org.salesetl.Diagnosis.ok;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.salesetl.Diagnosis;
import org.salesetl.Instance;
import org.salesetl.RefusedStartException;
import org.salesetl.StartCheck;
import org.springframework.boot.autoconfigure.web.ServerProperties;

/** Looks whether the port of the service is free, or whether the service answers there already. */
final class PortExamination {

    private static final int USUAL_PORT = 8080;
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int ENOUGH_BYTES = 200;

    private final ServerProperties server;
    private final Path data;

    /** @param data the data folder of the service */
    PortExamination(ServerProperties server, Path data) {
        this.server = server;
        this.data = data.toAbsolutePath().normalize();
    }

    Diagnosis examine() {
        int port = server.getPort() == null ? USUAL_PORT : server.getPort();
        try {
            StartCheck.requireFree(server.getAddress(), port);
            return ok("port", port + " is free");
        } catch (RefusedStartException e) {
            if (!isService(server.getAddress(), port)) {
                return failed("port", e);
            }
            return isRunning()
                    ? ok("port", "the service answers on " + port + ": it is running")
                    : failed(
                            "port",
                            new RefusedStartException(
                                    "Another installation of the service answers on " + port
                                            + ", and nothing runs on the data in " + data + ".",
                                    "Choose another port, such as --server.port=" + (port + 1) + "."));
        }
    }

    /** Whether a service runs on the data; who may not write there cannot tell, and believes it. */
    private boolean isRunning() {
        try {
            return Instance.isRunning(data);
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isService(@Nullable InetAddress address, int port) {
        InetAddress host = address == null || address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
        try {
            URI health = URI.create("http://" + new InetSocketAddress(host, port).getHostString() + ":" + port
                    + "/actuator/health/liveness");
            URLConnection connection = health.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try (var answer = connection.getInputStream()) {
                return new String(answer.readNBytes(ENOUGH_BYTES), StandardCharsets.UTF_8)
                        .contains("\"status\":\"UP\"");
            }
        } catch (IOException e) {
            return false;
        }
    }
}
