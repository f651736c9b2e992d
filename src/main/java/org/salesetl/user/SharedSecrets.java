package org.salesetl.user;

import org.salesetl.SqlFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/** Secrets that all instances of the service know: what one of them encrypts, another one can read. The database keeps them. */
@Component
public class SharedSecrets {

    private static final String INSERT = SqlFile.read("user/insert-shared-secret");
    private static final String SELECT = SqlFile.read("user/select-shared-secret");
    private static final int BYTES = 32;

    private final JdbcClient jdbc;

    SharedSecrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The secret of this name, 32 bytes; the first instance that asks makes it. */
    public byte[] secret(String name) {
        jdbc.sql(INSERT)
                .param("name", name)
                .param("secret", KeyGenerators.secureRandom(BYTES).generateKey())
                .update();
        return jdbc.sql(SELECT).param("name", name).query(byte[].class).single();
    }
}
