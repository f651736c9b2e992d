package org.salesetl.database;

import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.protocol.StandardSocketFactory;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import jdk.net.ExtendedSocketOptions;

/**
 * Lets the system notice a dead connection within a minute and a half, however long a statement takes; by default the system
 * waits for hours. The driver finds this class by its name in {@code application.yaml}.
 */
public final class KeptAliveSocketFactory extends StandardSocketFactory {

    private static final int IDLE_SECONDS = 30;
    private static final int INTERVAL_SECONDS = 15;
    private static final int PROBES = 4;

    @Override
    protected Socket createSocket(PropertySet properties) {
        Socket socket = super.createSocket(properties);
        try {
            set(socket, StandardSocketOptions.SO_KEEPALIVE, true);
            set(socket, ExtendedSocketOptions.TCP_KEEPIDLE, IDLE_SECONDS);
            set(socket, ExtendedSocketOptions.TCP_KEEPINTERVAL, INTERVAL_SECONDS);
            set(socket, ExtendedSocketOptions.TCP_KEEPCOUNT, PROBES);
        } catch (IOException e) {
            throw new IllegalStateException("A new socket takes options", e);
        }
        return socket;
    }

    private static <T> void set(Socket socket, SocketOption<T> option, T value) throws IOException {
        if (socket.supportedOptions().contains(option)) {
            socket.setOption(option, value);
        }
    }
}
