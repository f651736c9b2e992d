package org.salesetl.faults;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** More clients than a service usually has. */
final class Crowd {

    private static final List<String> PAGES = List.of(
            "/",
            "/analytics?period=all",
            "/etl",
            "/quarantine",
            "/data/fact_sales",
            "/facts",
            "/api/key-figures",
            "/api/metrics/top-cities",
            "/charts/top-cities.png");
    /** A page, or a refusal of a service that is busy or cannot reach its database. */
    private static final Set<Integer> EXPECTED = Set.of(200, 302, 429, 503);

    private static final int SLOW_PIECE = 512;
    private static final Duration SLOW_PAUSE = Duration.ofMillis(50);

    private Crowd() {}

    /**
     * Lets many clients ask for pages, each as fast as it can.
     *
     * @return answers that a service must not give
     */
    static Collection<String> ask(ServiceProcess service, int clients, Duration time) throws InterruptedException {
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        long end = System.nanoTime() + time.toNanos();
        inParallel(clients, client -> {
            for (int i = client; System.nanoTime() < end; i++) {
                String page = PAGES.get(i % PAGES.size());
                int status = service.get(page).statusCode();
                if (!EXPECTED.contains(status)) {
                    wrong.add(page + " was answered by " + status);
                }
            }
            return null;
        });
        return wrong;
    }

    /** Lets many clients ask for all sales, and read the answer slowly, until some time has gone by. */
    static void readSlowly(ServiceProcess service, int clients, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        inParallel(clients, client -> {
            try (Socket socket = connect(service)) {
                socket.getOutputStream()
                        .write("GET /api/data/fact_sales.csv HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                InputStream in = socket.getInputStream();
                while (System.nanoTime() < end && in.readNBytes(SLOW_PIECE).length > 0) {
                    Signals.pause(SLOW_PAUSE);
                }
            }
            return null;
        });
    }

    /**
     * Opens connections that say nothing, and keeps them for some time.
     *
     * @return how many connections were open
     */
    static int holdIdle(ServiceProcess service, int connections, Duration time)
            throws IOException, InterruptedException {
        List<Socket> sockets = new ArrayList<>(connections);
        try {
            while (sockets.size() < connections) {
                sockets.add(connect(service));
            }
        } catch (IOException e) {
            // the service takes no more
        }
        try {
            Signals.pause(time);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        return sockets.size();
    }

    /** A connection whose end leaves no trace on this machine, which has not very many ports. */
    private static Socket connect(ServiceProcess service) throws IOException {
        Socket socket = new Socket();
        socket.setSoLinger(true, 0);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()), 2_000);
        return socket;
    }

    /** Returns when all clients have ended. A client whose service goes away ends too. */
    private static void inParallel(int clients, Client client) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            threads.invokeAll(IntStream.range(0, clients)
                    .<Callable<Void>>mapToObj(i -> () -> client.run(i))
                    .toList());
        } finally {
            threads.shutdownNow();
        }
    }

    @FunctionalInterface
    private interface Client {
        Void run(int number) throws IOException, InterruptedException;
    }
}
