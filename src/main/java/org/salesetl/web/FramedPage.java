package org.salesetl.web;

/** A page with its frame. */
record FramedPage(Page page, Frame frame) {}
