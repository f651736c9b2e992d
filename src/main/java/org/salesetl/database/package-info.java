/**
 * The database server: the embedded one if no other is configured, what a server must allow, the schema, and what a start says
 * when the database fails.
 */
@NullMarked
package org.salesetl.database;

import org.jspecify.annotations.NullMarked;
