package org.salesetl.web;

import java.util.Map;
import org.salesetl.SalesEtlApplication;
import org.salesetl.SqlRow;
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

    /** The frame from the row of {@code sql/web/describe-frame.sql}. */
    Frame frame(Map<String, Object> columns) {
        SqlRow row = new SqlRow(columns);
        return new Frame(
                version,
                row.longInteger("quarantined"),
                row.timeOrNull("last_load"),
                row.textOrNull("running_run") == null ? null : row.integer("running_run"));
    }

    /** The frame of a page that says that the database is away. */
    Frame withoutDatabase() {
        return new Frame(version, 0, null, null);
    }
}
