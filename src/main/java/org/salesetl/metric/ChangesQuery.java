package org.salesetl.metric;

import org.salesetl.slice.MetricFilter;

/**
 * A question for what moved.
 *
 * @param now the slice
 * @param before the slice that it is compared with
 */
public record ChangesQuery(MetricFilter now, MetricFilter before) {}
