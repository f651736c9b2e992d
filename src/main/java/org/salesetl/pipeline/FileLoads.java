package org.salesetl.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.WorkFolder;
import org.salesetl.bulk.BulkLoads;
import org.salesetl.intake.Drop;
import org.salesetl.intake.Kind;
import org.salesetl.intake.Layout;
import org.salesetl.ledger.Books;
import org.salesetl.ledger.FileLoad;
import org.salesetl.rollup.SalesChanges;
import org.salesetl.validation.Rules;
import org.springframework.stereotype.Component;

/** Opens empty books and fresh rules for each file. */
@Component
class FileLoads {

    private final Map<Kind, Rules.Factory> factories = new EnumMap<>(Kind.class);
    private final BulkLoads bulk;
    private final WorkFolder workFolder;
    private final LoadProgress progress;

    FileLoads(List<Rules.Factory> factories, BulkLoads bulk, WorkFolder workFolder, LoadProgress progress) {
        factories.forEach(factory -> this.factories.put(factory.kind(), factory));
        this.bulk = bulk;
        this.workFolder = workFolder;
        this.progress = progress;
    }

    FileLoad open(int fileId, Drop drop, Layout layout) throws IOException {
        FileLoad load = load(fileId, drop, layout, ".changes");
        progress.reading(load);
        return load;
    }

    /**
     * The same file once more, with books and rules of its own: a wide file is read for its customers and products before it is
     * for its sales.
     */
    FileLoad rehearsal(FileLoad load) throws IOException {
        return load(load.fileId(), load.drop(), load.layout(), ".released");
    }

    private FileLoad load(int fileId, Drop drop, Layout layout, String scratchEnding) throws IOException {
        Rules.Factory factory = factories.get(layout.kind());
        if (factory == null) {
            throw new IllegalStateException("There are no rules for " + layout.kind());
        }
        Path scratchFile = workFolder.path().resolve(fileId + scratchEnding);
        return new FileLoad(
                fileId, drop, layout, factory.rules(), new Books(), bulk.ofOneFile(), new SalesChanges(scratchFile));
    }

    /** Gives up what of the file is not finished; there may be no file, if it could not even be entered into the ledger. */
    void close(@Nullable FileLoad load) throws IOException {
        if (load != null) {
            load.rules().close();
            load.tables().close();
            load.changes().close();
        }
    }
}
