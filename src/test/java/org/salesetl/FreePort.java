package org.salesetl;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for programs that need a while until they listen. Below 32768, Linux gives a port to nobody who has not asked for it; a port above
 * may have become the near end of a connection in the meantime.
 */
public final class FreePort {

    private static final int FIRST = 10_000;
    private static final int BEYOND = 32_768;

    private FreePort() {}

    /** A port of the loopback address that nobody uses now. */
    public static int find() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, BEYOND);
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
