package org.salesetl.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SecretFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.util.StringUtils;

/** The only user, {@code admin}. Its password is configured, or generated at the first start, which logs it once. */
@Configuration(proxyBeanMethods = false)
class AdminUser {

    private static final Logger log = LoggerFactory.getLogger(AdminUser.class);

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService users(SalesEtlProperties properties, PasswordEncoder encoder) throws IOException {
        return new InMemoryUserDetailsManager(User.withUsername("admin")
                .password(encoder.encode(password(properties)))
                .roles("ADMIN")
                .build());
    }

    @Bean
    AuthenticationProvider slowedSignIn(UserDetailsService users, PasswordEncoder encoder) {
        return new SlowedSignIn(users, encoder, new SignInFailures(Clock.systemUTC()));
    }

    private static String password(SalesEtlProperties properties) throws IOException {
        String configured = properties.adminPassword();
        if (StringUtils.hasText(configured)) {
            return configured;
        }
        Path file = properties.data().toAbsolutePath().resolve("admin-password");
        boolean firstStart = !Files.exists(file);
        String password = SecretFile.readOrGenerate(file);
        if (firstStart) {
            log.info("Sign in as admin with the password {} (kept in {})", password, file);
        }
        return password;
    }
}
