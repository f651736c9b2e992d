package org.salesetl.dashboard;

import org.salesetl.cache.WarehouseVersion;

/**
 * What an open page is told.
 *
 * @param state changes whenever the numbers or the quarantine do
 * @param progress how far the newest run is
 */
record LiveState(String state, RunProgress.Report progress) {

    static LiveState of(RunProgress.Report progress, WarehouseVersion version) {
        return new LiveState(version.label(), progress);
    }
}
