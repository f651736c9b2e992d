package org.salesetl;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Says that the service starts, and warns of variables of the environment that look like settings and are none. Refuses a start on a
 * port that is taken, before the service unpacks a database or opens one; the framework itself opens the port as the last step of a
 * start.
 */
public class StartCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger log = LoggerFactory.getLogger(StartCheck.class);
    private static final int USUAL_PORT = 8080;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        // a test without a server opens no port
        if (!(context instanceof WebServerApplicationContext)) {
            return;
        }
        ServerProperties server = Binder.get(context.getEnvironment()).bindOrCreate("server", ServerProperties.class);
        int port = server.getPort() == null ? USUAL_PORT : server.getPort();
        requireFree(server.getAddress(), port);
        SettingNames.problems().forEach(log::warn);
        log.info("The dashboard starts{}", port == 0 ? "" : ", and will be at http://localhost:" + port + "/");
    }

    /**
     * Opens the port for a moment.
     *
     * @param address null for every address of the machine
     * @throws RefusedStartException if the port is taken or may not be used
     */
    public static void requireFree(@Nullable InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            String where = "the port " + port + (address == null ? "" : " of " + address.getHostAddress());
            String reason = String.valueOf(e.getMessage());
            if (reason.toLowerCase(Locale.ROOT).contains("in use")) {
                throw new RefusedStartException(
                        "Another program already uses " + where + ".",
                        "Open http://localhost:" + port
                                + "/ to see whether this service is running already. If not, stop"
                                + " the other program, or give this service another port, such as"
                                + " --server.port=" + (port + 1) + " (with Maven:"
                                + " -Dspring-boot.run.arguments=--server.port=" + (port + 1) + ").",
                        e);
            }
            throw new RefusedStartException(
                    "The service cannot use " + where + ": " + reason + ".",
                    "Correct server.port and server.address.",
                    e);
        }
    }
}
