/**
 * Who may do what: by default, reading needs no sign-in while only this machine can reach the service; every change needs one.
 */
@NullMarked
package org.salesetl.security;

import org.jspecify.annotations.NullMarked;
