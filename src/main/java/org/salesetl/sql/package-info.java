/** The parameters and the answers of statements. */
@NullMarked
package org.salesetl.sql;

import org.jspecify.annotations.NullMarked;
