package org.salesetl.web;

/** A page with what every page shows around its content. */
record FramedPage(Page page, Frame frame) {}
