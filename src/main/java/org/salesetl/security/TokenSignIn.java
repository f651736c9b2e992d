package org.salesetl.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.user.SignInUsers;
import org.salesetl.user.Tokens;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * Lets programs sign in with a token. No browser sends one by itself, so a request with a token cannot be forged, and needs no session.
 */
final class TokenSignIn implements AuthenticationConverter, AuthenticationManager {

    private static final String BEGINNING = "Bearer " + Tokens.PREFIX;

    private final Tokens tokens;

    TokenSignIn(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether the request has a token, which may be a wrong one. */
    static boolean isAskedBy(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEGINNING);
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (!isAskedBy(request)) {
            return null;
        }
        String secret = request.getHeader(HttpHeaders.AUTHORIZATION).substring("Bearer ".length());
        PreAuthenticatedAuthenticationToken token = new PreAuthenticatedAuthenticationToken("a program", secret);
        token.setDetails(new WebAuthenticationDetails(request));
        return token;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        try {
            Tokens.Holder holder = tokens.find(asked.getCredentials().toString())
                    .orElseThrow(() -> new BadCredentialsException("No such token"));
            PreAuthenticatedAuthenticationToken token = new PreAuthenticatedAuthenticationToken(
                    holder.name(), "", List.of(new SimpleGrantedAuthority(SignInUsers.authority(holder.role()))));
            token.setDetails(asked.getDetails());
            return token;
        } catch (DataAccessException e) {
            throw new AuthenticationServiceException("The database does not answer", e);
        }
    }
}
