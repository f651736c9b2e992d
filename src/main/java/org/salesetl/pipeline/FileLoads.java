package org.salesetl.pipeline;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.salesetl.intake.Drop;
import org.salesetl.intake.Kind;
import org.salesetl.intake.Layout;
import org.salesetl.ledger.Books;
import org.salesetl.ledger.FileLoad;
import org.salesetl.validation.Rules;
import org.springframework.stereotype.Component;

/** Opens empty books and fresh rules for each file. */
@Component
class FileLoads {

    private final Map<Kind, Rules.Factory> factories = new EnumMap<>(Kind.class);
    private final LoadProgress progress;

    FileLoads(List<Rules.Factory> factories, LoadProgress progress) {
        factories.forEach(factory -> this.factories.put(factory.kind(), factory));
        this.progress = progress;
    }

    FileLoad open(int fileId, Drop drop, Layout layout) {
        Rules.Factory factory = factories.get(layout.kind());
        if (factory == null) {
            throw new IllegalStateException("There are no rules for " + layout.kind());
        }
        FileLoad load = new FileLoad(fileId, drop, layout, factory.rules(), new Books());
        progress.reading(load);
        return load;
    }
}
