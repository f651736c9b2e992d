/** The ten questions: their names and columns, one SQL file for each question, and the answers as rows and as JSON. */
@NullMarked
package org.salesetl.metric;

import org.jspecify.annotations.NullMarked;
