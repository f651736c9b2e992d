package org.salesetl.pipeline;

import org.jspecify.annotations.Nullable;
import org.salesetl.ledger.FileLoad;
import org.springframework.stereotype.Component;

/** How far this instance's run has come, for those who watch it. */
@Component
public class LoadProgress {

    private volatile @Nullable FileLoad current;

    void reading(FileLoad load) {
        current = load;
    }

    void done() {
        current = null;
    }

    /** The file in hand, whose books fill while it is read; null if there is none. */
    public @Nullable FileLoad current() {
        return current;
    }
}
