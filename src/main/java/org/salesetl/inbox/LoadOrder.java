package org.salesetl.inbox;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.salesetl.layout.HeaderSniffer;
import org.salesetl.vocabulary.Kind;
import org.springframework.stereotype.Component;

/** The order in which files are loaded: rates before customers, customers before products, products before sales, then older files before newer ones. */
@Component
class LoadOrder {

    private final HeaderSniffer sniffer;

    LoadOrder(HeaderSniffer sniffer) {
        this.sniffer = sniffer;
    }

    List<Path> of(Collection<Path> files) {
        return files.stream().map(this::turn).sorted().map(Turn::file).toList();
    }

    /** Looks at the file only once: it may still change while others are compared with it. */
    private Turn turn(Path file) {
        return new Turn(
                file, sniffer.kind(file).map(Kind::ordinal).orElse(Kind.values().length), DropFolder.modified(file));
    }

    private record Turn(Path file, int kind, Instant modified) implements Comparable<Turn> {

        private static final Comparator<Turn> ORDER = Comparator.comparingInt(Turn::kind)
                .thenComparing(Turn::modified)
                .thenComparing(turn -> turn.file().getFileName());

        @Override
        public int compareTo(Turn other) {
            return ORDER.compare(this, other);
        }
    }
}
