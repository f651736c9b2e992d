package org.salesetl.dashboard;

import java.util.List;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.BadRequestException;

/**
 * The product or customer of a page.
 *
 * @param id the business key of the product or customer
 */
record Profile(ProfileKind kind, String id) {

    /**
     * The product or customer in the filter.
     *
     * @throws BadRequestException if the filter names no id of this kind, or several ids
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
