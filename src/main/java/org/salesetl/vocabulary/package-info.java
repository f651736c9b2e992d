/** Words that files, the ledger, JSON and links share. */
@NullMarked
package org.salesetl.vocabulary;

import org.jspecify.annotations.NullMarked;
