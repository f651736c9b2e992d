package org.salesetl.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between the service and its database, and can lose their connections without a word to the service. */
final class SilentProxy implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final List<Socket> ofService = new CopyOnWriteArrayList<>();
    private final List<Socket> ofDatabase = new CopyOnWriteArrayList<>();

    SilentProxy(int target) throws IOException {
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.target = target;
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** The server sees its connections end; the service does not. New ones work as ever. */
    void loseConnections() throws IOException {
        for (Socket socket : ofDatabase) {
            socket.close();
        }
        ofDatabase.clear();
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket service = door.accept();
                Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
                ofService.add(service);
                ofDatabase.add(database);
                start(() -> pump(service, database));
                start(() -> pump(database, service));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[1 << 16];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                out.write(bytes, 0, read);
            }
        } catch (IOException e) {
            // one end is gone, and the other is not told
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "silent-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
            loseConnections();
            for (Socket socket : ofService) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
