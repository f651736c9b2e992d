/**
 * A small invented business, so that a first start has something to show: who buys, what there is to buy and what was
 * sold, written as the three files that a real shop would drop, with the mistakes that real exports have.
 */
@NullMarked
package org.salesetl.sample;

import org.jspecify.annotations.NullMarked;
