package org.salesetl.load;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.bulk.BulkLoads;
import org.salesetl.inbox.Drops;
import org.salesetl.layout.ChunkReader;
import org.salesetl.layout.CorrectedRows;
import org.salesetl.layout.OrderShares;
import org.salesetl.layout.RowReader;
import org.salesetl.personal.ForgottenCustomers;
import org.salesetl.rollup.SalesChanges;
import org.salesetl.rule.RuleBook;
import org.salesetl.work.WorkFolder;
import org.springframework.stereotype.Component;

/** Opens empty books and fresh rules for each file. */
@Component
public class FileLoads {

    private final RuleBook ruleBook;
    private final BulkLoads bulk;
    private final WorkFolder workFolder;
    private final LoadProgress progress;
    private final Drops drops;
    private final ForgottenCustomers forgotten;
    private final Set<String> nullWords;

    FileLoads(
            RuleBook ruleBook,
            BulkLoads bulk,
            WorkFolder workFolder,
            LoadProgress progress,
            Drops drops,
            ForgottenCustomers forgotten,
            SalesEtlProperties properties) {
        this.forgotten = forgotten;
        this.drops = drops;
        this.nullWords = Set.copyOf(properties.nullWords());
        this.ruleBook = ruleBook;
        this.bulk = bulk;
        this.workFolder = workFolder;
        this.progress = progress;
    }

    /** Begins the load of a file; its number is that in the ledger. */
    public FileLoad open(Claim claim, Number fileId) throws IOException {
        FileLoad load = load(claim, fileId.intValue(), false);
        claim.opened(load);
        progress.reading(load);
        return load;
    }

    /**
     * A second load of the same file, with its own books and rules: a wide file is read for its customers and products first, and
     * then for its sales.
     */
    public FileLoad ofDescriptions(FileLoad load) throws IOException {
        return load(load.claim(), load.fileId(), true);
    }

    private FileLoad load(Claim claim, int fileId, boolean ofDescriptions) throws IOException {
        return new FileLoad(
                claim,
                fileId,
                ofDescriptions,
                reader(claim, ofDescriptions),
                ruleBook.rules(claim.layout().kind()),
                bulk.ofOneFile(),
                new SalesChanges(workFolder));
    }

    /** Reads the records of the file as rows. What these bear of the amounts of their orders has to be given to the reader. */
    public RowReader reader(Claim claim) throws IOException {
        return reader(claim, true);
    }

    private RowReader reader(Claim claim, boolean ofDescriptions) throws IOException {
        RowReader reader = readerOfAll(claim, ofDescriptions);
        reader.leaveOutCorrected(CorrectedRows.of(claim.path(), claim.layout(), nullWords));
        return reader;
    }

    /** A wide file is read for its customers and products without their money. */
    private RowReader readerOfAll(Claim claim, boolean ofDescriptions) throws IOException {
        RowReader reader = new RowReader(claim.layout(), nullWords, forgotten.pseudonyms());
        if (!ofDescriptions && OrderShares.areNeeded(claim.layout())) {
            try (ChunkReader chunks = drops.chunks(claim.drop(), claim.layout())) {
                reader.spread(OrderShares.of(chunks, claim.layout(), nullWords, workFolder));
            }
        }
        return reader;
    }

    /** Gives up everything that is unfinished. The load is null if the file could not even be entered into the ledger. */
    public void close(@Nullable FileLoad load) throws IOException {
        if (load != null) {
            load.close();
        }
    }
}
