/** The ten questions: what each asks, one SQL file for each, and the answer as rows and as JSON. */
@NullMarked
package org.salesetl.metric;

import org.jspecify.annotations.NullMarked;
