package org.salesetl.dashboard;

import java.util.List;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.BadRequestException;

/**
 * Whom or what a page of its own is about.
 *
 * @param id its business key
 */
record Profile(ProfileKind kind, String id) {

    /**
     * The one that a page is asked for.
     *
     * @throws BadRequestException if that is none, or several
     */
    static Profile of(ProfileKind kind, MetricFilter filter) {
        List<String> ids = kind.ids(filter);
        if (ids.size() != 1) {
            throw new BadRequestException(
                    kind.label(), "the id of one " + kind.label(), ids.isEmpty() ? "none" : ids.size() + " of them");
        }
        return new Profile(kind, ids.get(0));
    }
}
