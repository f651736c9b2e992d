/**
 * The benchmark: how fast the service loads and answers, beside what pandas and the bare database need for the same on the
 * same server. It drives the packaged jar by files and HTTP, as a user does.
 */
@NullMarked
package org.salesetl.bench;

import org.jspecify.annotations.NullMarked;
