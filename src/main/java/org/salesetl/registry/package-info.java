/** The registry: mappings that people save, and which mapping has read which files. */
@NullMarked
package org.salesetl.registry;

import org.jspecify.annotations.NullMarked;
