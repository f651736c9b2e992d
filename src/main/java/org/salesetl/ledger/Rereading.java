package org.salesetl.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A reload reads the files of one mapping again in another way than before.
 *
 * @param mapping the name of the mapping
 * @param undoneRun the run whose reading is undone: the files are read as before that run; null if they are read with the newest
 *     version of the mapping
 */
public record Rereading(String mapping, @Nullable Integer undoneRun) {

    /** What the run does, for people. */
    public String words() {
        return "Reads the files of " + mapping + " again"
                + (undoneRun == null ? " with its newest version" : ", as before run " + undoneRun);
    }
}
