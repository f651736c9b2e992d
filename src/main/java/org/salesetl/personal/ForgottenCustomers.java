package org.salesetl.personal;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlFile;
import org.salesetl.layout.HashedPseudonyms;
import org.salesetl.layout.Pseudonyms;
import org.salesetl.sql.SqlRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The customers whom somebody has forgotten. The id of a customer may be an e-mail address, so the database has only a hash of the id,
 * which is keyed with a random text of this installation: it recognises the customer in a later file, and names nobody.
 */
@Component
public class ForgottenCustomers {

    private static final String ALL = SqlFile.read("personal/select-forgotten");
    private static final String INSERT = SqlFile.read("personal/insert-forgotten");
    private static final String INSERT_FILE = SqlFile.read("personal/insert-file");
    private static final String FILES = SqlFile.read("personal/select-files");
    private static final int BYTES_OF_SALT = 32;

    private final JdbcClient jdbc;

    ForgottenCustomers(JdbcClient statements) {
        this.jdbc = statements;
    }

    /** The customers who are forgotten by now. What comes back serves one thread. */
    public Pseudonyms pseudonyms() {
        List<SqlRow> rows = rows();
        return rows.isEmpty()
                ? Pseudonyms.NONE
                : new HashedPseudonyms(
                        rows.get(0).text("salt"),
                        rows.stream().map(row -> row.text("id_hash")).toList());
    }

    /** The id under which the sales of a customer stay who has one of these ids; null if none of them has been forgotten. */
    public @Nullable String pseudonymOf(Collection<String> customerIds) {
        if (customerIds.isEmpty()) {
            return null;
        }
        Pseudonyms known = pseudonyms();
        return customerIds.stream()
                .map(known::of)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether this is the id of a customer who has been forgotten, and not one that a file names. */
    public boolean isPseudonym(String customerId) {
        return customerId.equals(pseudonyms().of(customerId));
    }

    /**
     * Notes in the current transaction that a customer is forgotten.
     *
     * @param archivedFiles the files of the archive in which the customer stands
     * @return the id under which the sales of the customer stay
     */
    public String add(String customerId, Collection<String> archivedFiles) {
        List<SqlRow> rows = rows();
        String salt = rows.isEmpty() ? newSalt() : rows.get(0).text("salt");
        String hash = HashedPseudonyms.hash(salt, customerId);
        jdbc.sql(INSERT).param("salt", salt).param("hash", hash).update();
        int place = 0;
        for (String file : archivedFiles) {
            jdbc.sql(INSERT_FILE)
                    .param("place", place++)
                    .param("archivedAs", file)
                    .param("hash", hash)
                    .update();
        }
        return HashedPseudonyms.ofHash(hash);
    }

    /** The files of the archive in which a forgotten customer stood when somebody forgot the customer. */
    public List<String> filesOf(String pseudonym) {
        return jdbc
                .sql(FILES)
                .param("beginning", pseudonym.substring(HashedPseudonyms.PREFIX.length()) + "%")
                .query()
                .listOfRows()
                .stream()
                .map(row -> new SqlRow(row).text("archived_as"))
                .toList();
    }

    private List<SqlRow> rows() {
        return jdbc.sql(ALL).query().listOfRows().stream().map(SqlRow::new).toList();
    }

    private static String newSalt() {
        byte[] salt = new byte[BYTES_OF_SALT];
        new SecureRandom().nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
