/**
 * Whatever strangers send is read, or refused in words: targets for the coverage-guided fuzzer Jazzer. Without a wish to fuzz, each runs
 * over its seeds as a usual test.
 */
@NullMarked
package org.salesetl.fuzz;

import org.jspecify.annotations.NullMarked;
