/**
 * Charts: the answer to one of the ten questions goes in, the bytes of a PNG picture and one sentence that says the
 * finding come out. Every chart shares one theme, one palette and the fonts inside the application, so that it looks
 * the same on every machine, on a server without any fonts too.
 */
@NullMarked
package org.salesetl.chart;

import org.jspecify.annotations.NullMarked;
