/** Forgets a customer on request: name and e-mail address go, and the sales stay under a pseudonym. */
@NullMarked
package org.salesetl.forgetting;

import org.jspecify.annotations.NullMarked;
