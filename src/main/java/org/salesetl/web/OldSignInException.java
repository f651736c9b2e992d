package org.salesetl.web;

/** The request needs the password again, because the last sign-in is too old. */
public class OldSignInException extends ForbiddenException {

    public OldSignInException() {
        super("a sign-in of the last ten minutes", "an older one: sign in again");
    }
}
