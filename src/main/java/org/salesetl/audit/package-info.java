/** Who did what: an audit of sign-ins and of everything that people change. */
@NullMarked
package org.salesetl.audit;

import org.jspecify.annotations.NullMarked;
