package org.salesetl.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event that the service sends.
 *
 * @param topic where
 * @param key events with the same key stay in order; null if that does not matter
 * @param value the event
 * @param headers what is said about it
 */
record Told(String topic, @Nullable String key, String value, Map<String, String> headers) {}
