package org.salesetl.openid;

import java.time.Instant;
import java.util.List;
import org.salesetl.user.SignInUsers;
import org.salesetl.vocabulary.OpenIdName;
import org.salesetl.vocabulary.Role;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody whom the provider vouches for. The role counts until the next sign-in. */
public final class OpenIdPerson extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final Role role;

    OpenIdPerson(OidcUser told, String name, Role role) {
        super(
                List.of(
                        new SimpleGrantedAuthority(SignInUsers.authority(role)),
                        new SimpleGrantedAuthority(SignInUsers.IN_PERSON)),
                told.getIdToken(),
                told.getUserInfo());
        this.name = OpenIdName.of(name);
        this.role = role;
    }

    /** The name in this service, which no account has. */
    @Override
    public String getName() {
        return name;
    }

    /** What the provider says beside the name: the role, and the id by which the provider knows the person for ever. */
    public String detail() {
        return "role=" + role.label() + ", subject=" + getSubject();
    }

    /**
     * When the person has given the password to the provider, not later than now; long ago if the provider does not say. A provider lets
     * people in without a password who have given it to the provider before.
     */
    public Instant passwordGivenAt() {
        Instant told = getAuthenticatedAt();
        Instant now = Instant.now();
        return told == null ? Instant.EPOCH : told.isAfter(now) ? now : told;
    }

    /** Two sign-ins are two principals, also of one person. Comparing what the provider says could ask the network for its host. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
