/**
 * What depends on nothing but the state of the warehouse is worked out once for each state, however many ask. The state
 * always comes from the database, so that every instance notices what another has loaded.
 */
@NullMarked
package org.salesetl.cache;

import org.jspecify.annotations.NullMarked;
