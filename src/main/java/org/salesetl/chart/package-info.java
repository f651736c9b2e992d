/**
 * Makes a PNG picture and a sentence from the answer to one of the ten questions. The sentence says what the chart shows. All charts have
 * the same theme, the same palette and the fonts inside the application. So a chart looks the same on all machines, also on a server
 * without fonts.
 */
@NullMarked
package org.salesetl.chart;

import org.jspecify.annotations.NullMarked;
