package org.salesetl.web;

import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlApplication;
import org.salesetl.cache.WarehouseVersion;
import org.springframework.stereotype.Component;

/** Puts together what every page shows around its content. */
@Component
class Frames {

    private final String version;

    Frames() {
        String packaged = SalesEtlApplication.class.getPackage().getImplementationVersion();
        // only a jar has one
        this.version = packaged == null ? "development" : packaged;
    }

    /** The frame, as of this version of the warehouse; nothing is quarantined yet. */
    Frame frame(WarehouseVersion warehouse, @Nullable Integer runningRun) {
        return new Frame(version, 0, warehouse.loadedAt(), warehouse.label(), runningRun);
    }

    /** The frame of a page that says that the database is away. */
    Frame withoutDatabase() {
        return new Frame(version, 0, null, "", null);
    }
}
