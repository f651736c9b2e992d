/** What a customer, a product, a sale and a rate is, and the rules that judge the rows which bring them. */
@NullMarked
package org.salesetl.rule;

import org.jspecify.annotations.NullMarked;
