/** What has to be asked about a file before it loads, and what each answer would make of its sales. */
@NullMarked
package org.salesetl.question;

import org.jspecify.annotations.NullMarked;
