/**
 * Keeps answers that depend on nothing but the version of the warehouse, so that they are computed once for each version. The version
 * always comes from the database, so that each instance notices what another instance has loaded.
 */
@NullMarked
package org.salesetl.cache;

import org.jspecify.annotations.NullMarked;
