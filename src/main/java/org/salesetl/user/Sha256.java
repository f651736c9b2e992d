package org.salesetl.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.commons.codec.digest.DigestUtils;

/** Hashes of secrets that nobody can guess. */
final class Sha256 {

    private Sha256() {}

    /** The hash in 64 hexadecimal digits. */
    static String of(String secret) {
        return DigestUtils.sha256Hex(secret.getBytes(UTF_8));
    }
}
