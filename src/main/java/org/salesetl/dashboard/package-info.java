/** The pages that people open: home, the ten charts, the runs, the quarantine and the sign-in. */
@NullMarked
package org.salesetl.dashboard;

import org.jspecify.annotations.NullMarked;
