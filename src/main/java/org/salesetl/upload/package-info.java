/** Takes files that people and programs send by HTTP. */
@NullMarked
package org.salesetl.upload;

import org.jspecify.annotations.NullMarked;
