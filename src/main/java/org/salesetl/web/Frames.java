package org.salesetl.web;

import org.salesetl.SalesEtlApplication;
import org.salesetl.cache.WarehouseVersion;
import org.springframework.stereotype.Component;

/** Makes the frames of pages. */
@Component
class Frames {

    private final String version;

    Frames() {
        String packaged = SalesEtlApplication.class.getPackage().getImplementationVersion();
        // only a jar has a version
        this.version = packaged == null ? "development" : packaged;
    }

    /** The frame for this version of the warehouse, without the number of quarantined rows. */
    Frame frame(WarehouseVersion warehouse, PageState state) {
        return new Frame(
                version, 0, state.questions(), warehouse.loadedAt(), state.label(warehouse), state.runningRun());
    }

    /** The frame of a page if the database does not answer. */
    Frame withoutDatabase() {
        return new Frame(version, 0, 0, null, "", null);
    }
}
