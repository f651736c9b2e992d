/** Retention: what the service deletes when it is old, if the settings say so. It announces everything first, and keeps books of it. */
@NullMarked
package org.salesetl.retention;

import org.jspecify.annotations.NullMarked;
