/** The service: its start and its configuration. Every other package is a room of its own, named by what happens in it. */
@NullMarked
package org.salesetl;

import org.jspecify.annotations.NullMarked;
