/** The database server: the embedded one where no other is configured, what it must allow, its schema, and what to do without it. */
@NullMarked
package org.salesetl.database;

import org.jspecify.annotations.NullMarked;
