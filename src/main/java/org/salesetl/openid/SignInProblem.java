package org.salesetl.openid;

import org.salesetl.vocabulary.Labelled;

/** Why the service does not let in whom the provider has sent. The sign-in page has a sentence for each. */
public enum SignInProblem implements Labelled {
    /** The provider knows the person, but no value of the claim gives a role. */
    NO_ROLE,
    /** The claim has no name, or one that this service cannot show. */
    NO_NAME,
    /** The person should have given the password once more, but the provider does not say so. */
    NO_PASSWORD,
    /** The provider does not answer the service. */
    PROVIDER_AWAY,
    /** This browser has asked for no such sign-in, or long ago. */
    TOO_LATE,
    /** The provider itself has not let the person in. */
    DENIED,
    /** Everything else, such as a token for somebody else. The log has it. */
    FAILED
}
