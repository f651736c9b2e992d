package org.salesetl.openid;

import org.jspecify.annotations.Nullable;
import org.salesetl.vocabulary.OpenIdName;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The provider vouches for a person, but this service does not let the person in. */
public final class OpenIdException extends OAuth2AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final SignInProblem problem;
    private final @Nullable String user;

    private OpenIdException(SignInProblem problem, @Nullable String user, String message) {
        super(new OAuth2Error(problem.label()), message);
        this.problem = problem;
        this.user = user;
    }

    static OpenIdException noName(String claim, String subject) {
        return new OpenIdException(
                SignInProblem.NO_NAME,
                null,
                "expected a name of 1 to 100 characters in the claim " + claim + " but found none, subject=" + subject);
    }

    static OpenIdException noRole(String claim, String name, String subject) {
        return new OpenIdException(
                SignInProblem.NO_ROLE,
                OpenIdName.of(name),
                "expected a role in the claim " + claim + " but found none, subject=" + subject);
    }

    /** What is missing. */
    public SignInProblem problem() {
        return problem;
    }

    /** The name of the person in this service; null if the person has none. */
    public @Nullable String user() {
        return user;
    }
}
