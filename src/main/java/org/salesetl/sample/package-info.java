/**
 * Makes sample files, so that the service has something to show after its first start: customers, products and sales of an invented shop,
 * with the mistakes of real exports.
 */
@NullMarked
package org.salesetl.sample;

import org.jspecify.annotations.NullMarked;
