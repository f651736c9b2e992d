package org.salesetl.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SomeProperties;
import org.salesetl.layout.HeaderSniffer;
import org.salesetl.layout.SomeSniffer;

/** Takes files apart, as a check does. */
public record SomeContainers(Containers containers) {

    /** With an inbox below this folder. */
    public static SomeContainers in(Path home) {
        SalesEtlProperties properties =
                SomeProperties.with("inbox", home.resolve("inbox").toString());
        HeaderSniffer sniffer = SomeSniffer.with(properties);
        try {
            Inbox inbox = new Inbox(properties, new LoadOrder(sniffer), Clock.systemUTC(), Clock.systemUTC());
            return new SomeContainers(new Containers(inbox, sniffer, properties));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of what came out. */
    public List<String> unpack(Path file) throws IOException {
        return containers.unpackBeside(file).parts();
    }
}
