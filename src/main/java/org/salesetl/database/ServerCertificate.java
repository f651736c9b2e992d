package org.salesetl.database;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.salesetl.SecretFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The certificate with which the embedded database encrypts its connections. The server would make another one at each start, and needs
 * some seconds for that. Nobody has signed the certificate: a client of MariaDB trusts it because the server knows the client's password.
 *
 * @param folder the folder of the certificate and its key, made if absent
 */
record ServerCertificate(Path folder) {

    private static final Logger log = LoggerFactory.getLogger(ServerCertificate.class);
    private static final String CERTIFICATE = "certificate.pem";
    private static final String KEY = "key.pem";
    private static final String NAME = "sales-etl";
    private static final String DAYS = "36500";
    private static final String PASSWORD_VARIABLE = "STORE_PASSWORD";

    /** The options that name the certificate; none if it cannot be made, and then the server makes its own. */
    List<String> options() throws InterruptedException {
        Path certificate = folder.resolve(CERTIFICATE);
        Path key = folder.resolve(KEY);
        try {
            if (!Files.exists(certificate) || !Files.exists(key)) {
                make();
            }
            return List.of("--ssl-cert=" + certificate, "--ssl-key=" + key);
        } catch (IOException | GeneralSecurityException e) {
            log.debug("The embedded database makes a certificate at each start: {}", e.getMessage(), e);
            return List.of();
        }
    }

    /** Makes both files somewhere else first: a start that is killed must not leave half of them. */
    private void make() throws IOException, GeneralSecurityException, InterruptedException {
        Path growing = folder.resolveSibling(folder.getFileName() + ".growing");
        FileSystemUtils.deleteRecursively(growing);
        Path file = Files.createDirectories(growing).resolve("store.p12");
        String password = UUID.randomUUID().toString();
        keytool(file, password);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        Files.delete(file);
        byte[] key = store.getKey(NAME, password.toCharArray()).getEncoded();
        SecretFile.write(growing.resolve(KEY), pem("PRIVATE KEY", key));
        SecretFile.write(
                growing.resolve(CERTIFICATE),
                pem("CERTIFICATE", store.getCertificate(NAME).getEncoded()));
        FileSystemUtils.deleteRecursively(folder);
        Files.move(growing, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private void keytool(Path file, String password) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        NAME,
                        "-dname",
                        "CN=" + NAME,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        DAYS,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass:env",
                        PASSWORD_VARIABLE)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put(PASSWORD_VARIABLE, password);
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IOException("keytool ended with code " + code);
        }
    }

    private static String pem(String what, byte[] content) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }
}
