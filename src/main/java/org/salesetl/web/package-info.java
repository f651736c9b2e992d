/** What every HTTP route shares: how a request is read, how an answer is written, and what a wrong request gets. */
@NullMarked
package org.salesetl.web;

import org.jspecify.annotations.NullMarked;
