package org.salesetl.dashboard;

import org.salesetl.cache.WarehouseVersion;

/**
 * The state that is sent to open pages.
 *
 * @param state a text that changes when the numbers or the quarantine change
 * @param progress the progress of the newest run
 */
record LiveState(String state, RunProgress.Report progress) {

    static LiveState of(RunProgress.Report progress, WarehouseVersion version) {
        return new LiveState(version.label(), progress);
    }
}
