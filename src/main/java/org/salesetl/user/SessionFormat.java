package org.salesetl.user;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * How the database keeps what is in a session: as JSON, since the service reads no Java objects. Of a user it keeps the name, the rights and
 * the address, and nothing of the password or of what a provider has told.
 *
 * <p>What has another type is not kept. What cannot be read, since another version or somebody else has written it, is as if it were not
 * there: its user has to sign in again.
 */
final class SessionFormat {

    private static final Logger log = LoggerFactory.getLogger(SessionFormat.class);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private SessionFormat() {}

    static ConversionService conversions() {
        GenericConversionService conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, SessionFormat::write);
        conversions.addConverter(byte[].class, Object.class, SessionFormat::read);
        return conversions;
    }

    static byte[] write(Object value) {
        try {
            return JSON.writeValueAsBytes(Kept.of(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable Object read(byte[] bytes) {
        try {
            return JSON.readValue(bytes, Kept.class).value();
        } catch (IOException | RuntimeException e) {
            log.debug("A part of a session cannot be read: {}", e.toString());
            return null;
        }
    }

    /** A value; one of the components is not null, or none if the value is not kept. */
    private record Kept(
            @Nullable String text,
            @Nullable Instant time,
            @Nullable Boolean yes,
            @Nullable Person person) {

        static Kept of(Object value) {
            return new Kept(
                    value instanceof String text ? text : null,
                    value instanceof Instant time ? time : null,
                    value instanceof Boolean yes ? yes : null,
                    value instanceof SecurityContext context && context.getAuthentication() != null
                            ? Person.of(context.getAuthentication())
                            : null);
        }

        @Nullable
        Object value() {
            if (person != null) {
                return new SecurityContextImpl(person.signedIn());
            }
            return text != null ? text : time != null ? time : yes;
        }
    }

    /** Somebody who has signed in. */
    private record Person(
            String name, List<String> rights, @Nullable String address) {

        static Person of(Authentication user) {
            return new Person(
                    user.getName(),
                    user.getAuthorities().stream()
                            .map(GrantedAuthority::getAuthority)
                            .toList(),
                    user.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : null);
        }

        Authentication signedIn() {
            UsernamePasswordAuthenticationToken user = UsernamePasswordAuthenticationToken.authenticated(
                    requireNonNull(name), null, AuthorityUtils.createAuthorityList(rights));
            user.setDetails(new WebAuthenticationDetails(address, null));
            return user;
        }
    }
}
