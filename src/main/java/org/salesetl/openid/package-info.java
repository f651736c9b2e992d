/** The sign-in at a provider of OpenID Connect, which tells the name and the role of a person; off unless one is configured. */
@NullMarked
package org.salesetl.openid;

import org.jspecify.annotations.NullMarked;
