package org.salesetl.user;

import java.util.List;
import org.salesetl.vocabulary.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Tells the framework who may sign in. */
@Configuration(proxyBeanMethods = false)
public class SignInUsers {

    /** The authority of a user who has given a password, here or to a provider. A program with a token does not have it. */
    public static final String IN_PERSON = "IN_PERSON";

    private static final GrantedAuthority IN_PERSON_AUTHORITY = new SimpleGrantedAuthority(IN_PERSON);

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** A user who may not sign in is answered like one who does not exist. A user with a one-time password has no role yet. */
    @Bean
    UserDetailsService users(Accounts accounts) {
        return name -> accounts.find(name)
                .filter(Account::enabled)
                .map(SignInUsers::details)
                .orElseThrow(() -> new UsernameNotFoundException("There is no such user"));
    }

    private static UserDetails details(Account account) {
        return User.withUsername(account.name())
                .password(account.password())
                .authorities(
                        account.oneTime()
                                ? List.of(IN_PERSON_AUTHORITY)
                                : List.of(new SimpleGrantedAuthority(authority(account.role())), IN_PERSON_AUTHORITY))
                .build();
    }

    /** The names of the roles in the framework. */
    public static String authority(Role role) {
        return "ROLE_" + role.name();
    }
}
