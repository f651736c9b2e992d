/** Events from Kafka: they are collected in files, which load like all others, and exactly once. */
@NullMarked
package org.salesetl.event;

import org.jspecify.annotations.NullMarked;
