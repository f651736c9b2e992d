/** Shows the questions that files wait for, and takes the answers. */
@NullMarked
package org.salesetl.answer;

import org.jspecify.annotations.NullMarked;
