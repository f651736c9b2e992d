/** What is personal in data about customers: who may see it, and which customers somebody has forgotten. */
@NullMarked
package org.salesetl.personal;

import org.jspecify.annotations.NullMarked;
