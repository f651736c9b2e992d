/** The people who use the service: their accounts, passwords and roles. */
@NullMarked
package org.salesetl.user;

import org.jspecify.annotations.NullMarked;
