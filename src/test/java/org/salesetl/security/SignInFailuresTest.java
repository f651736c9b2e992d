package org.salesetl.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class SignInFailuresTest {

    private final SignInFailures failures = new SignInFailures(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final SlowedSignIn signIn = new SlowedSignIn(
            new InMemoryUserDetailsManager(User.withUsername("admin")
                    .password(encoder.encode("right"))
                    .roles("ADMIN")
                    .build()),
            encoder,
            failures);

    @ParameterizedTest
    @ValueSource(strings = {"admin", "nobody"})
    void makesWrongGuessesWaitForKnownAndUnknownAccounts(String account) {
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> tries(account, "wrong", "10.0.0.1"));
        }

        assertThatExceptionOfType(TooManyFailuresException.class).isThrownBy(() -> tries(account, "right", "10.0.0.1"));
    }

    @Test
    void acceptsTheRightPasswordFromAnotherAddress() {
        for (int i = 0; i < 9; i++) {
            failures.count("admin", "10.0.0.1");
        }

        assertThat(tries("admin", "right", "10.0.0.2")).isTrue();
    }

    @Test
    void doublesTheWait() {
        for (int i = 0; i < 5; i++) {
            failures.count("admin", "10.0.0.1");
        }
        assertThat(failures.wait("admin", "10.0.0.1")).isEqualTo(Duration.ofSeconds(1));
        failures.count("admin", "10.0.0.1");
        assertThat(failures.wait("admin", "10.0.0.1")).isEqualTo(Duration.ofSeconds(2));
        failures.forget("admin", "10.0.0.1");
        assertThat(failures.wait("admin", "10.0.0.1")).isZero();
    }

    private boolean tries(String account, String password, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        UsernamePasswordAuthenticationToken token =
                UsernamePasswordAuthenticationToken.unauthenticated(account, password);
        token.setDetails(new WebAuthenticationDetails(request));
        return signIn.authenticate(token).isAuthenticated();
    }
}
