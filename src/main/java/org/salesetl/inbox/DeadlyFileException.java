package org.salesetl.inbox;

/** The service died twice while it worked on this file, so it does not read the file a third time. */
public class DeadlyFileException extends RuntimeException {

    DeadlyFileException(String name) {
        super("The service stopped twice while it had " + name
                + " in hand, so the file is set aside. Nothing of it was kept."
                + " If the service was stopped on purpose, drop the file again.");
    }
}
