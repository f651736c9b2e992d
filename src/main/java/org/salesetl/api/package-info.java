/** Describes the API to programs and people: as an OpenAPI document, and as a page. */
@NullMarked
package org.salesetl.api;

import org.jspecify.annotations.NullMarked;
