/** Who may do what: everything can be read, whatever changes something needs the sign-in. */
@NullMarked
package org.salesetl.security;

import org.jspecify.annotations.NullMarked;
