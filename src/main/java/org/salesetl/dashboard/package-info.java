/** The pages for people: home, the ten charts, products and customers, runs, checks, the quarantine and the sign-in. */
@NullMarked
package org.salesetl.dashboard;

import org.jspecify.annotations.NullMarked;
