package org.salesetl.metric;

import java.util.List;

/**
 * What moved between two slices: the largest changes of revenue, the largest first, at most three of each kind.
 *
 * @param categories the categories; empty if the slices have only one
 */
public record Changes(List<Change> categories, List<Change> products, List<Change> customers) {}
