/** Who may come in, and who may do what: reading is open on this machine only, whatever changes something needs the sign-in. */
@NullMarked
package org.salesetl.security;

import org.jspecify.annotations.NullMarked;
