package org.salesetl.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the system sends to processes and Java does not. */
final class Signals {

    private Signals() {}

    /** Lets a process stand still for some time. */
    static void freeze(Process process, Duration time) throws IOException, InterruptedException {
        send("STOP", process);
        try {
            pause(time);
        } finally {
            send("CONT", process);
        }
    }

    /** The faults come at random moments and last for some time: here, and only here, time itself is what is waited for. */
    static void pause(Duration time) throws InterruptedException {
        new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void send(String signal, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }
}
