/** Reads HTTP requests, writes answers, and answers wrong requests, for the routes of all other packages. */
@NullMarked
package org.salesetl.web;

import org.jspecify.annotations.NullMarked;
