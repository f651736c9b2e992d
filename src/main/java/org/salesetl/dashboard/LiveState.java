package org.salesetl.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What open pages are told.
 *
 * @param state the {@link org.salesetl.web.PageState#label}
 * @param words the progress of the current run; null if there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record LiveState(String state, @Nullable String words) {}
