package org.salesetl.openid;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties.OpenId;
import org.salesetl.vocabulary.Role;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Makes a person of what the provider tells, whose signature has been checked: the claims with the name and the roles. */
final class OpenIdPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /** As many characters as the audit has room for, and none that would make one name look like another. */
    private static final Pattern NAMES =
            Pattern.compile("[^\\p{C}\\p{Z}](?:[^\\p{C}\\p{Zl}\\p{Zp}]{0,98}[^\\p{C}\\p{Z}])?");

    private final OpenId options;
    private final OAuth2UserService<OidcUserRequest, OidcUser> told;

    OpenIdPeople(OpenId options, OAuth2UserService<OidcUserRequest, OidcUser> told) {
        this.options = options;
        this.told = told;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = told.loadUser(request);
        String name = user.getClaims().get(options.userClaim()) instanceof String text ? text : "";
        if (!NAMES.matcher(name).matches()) {
            throw OpenIdException.noName(options.userClaim(), user.getSubject());
        }
        return new OpenIdPerson(
                user,
                name,
                role(user.getClaims().get(options.roleClaim()))
                        .orElseThrow(() -> OpenIdException.noRole(options.roleClaim(), name, user.getSubject())));
    }

    /** The highest role that a value of the claim gives. */
    private Optional<Role> role(@Nullable Object claim) {
        List<String> values = (claim instanceof Collection<?> several ? several.stream() : Stream.ofNullable(claim))
                .map(Object::toString)
                .toList();
        return Arrays.stream(Role.values())
                .filter(role -> options.roles().valuesOf(role).stream().anyMatch(values::contains))
                .reduce((lower, higher) -> higher);
    }
}
