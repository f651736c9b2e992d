package org.salesetl.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What a year of files leaves in the ledger: a run for four files, and 125 rows of details for each file. The server makes the rows, some
 * thousand files at a time. They look like those of forty shops, each of which sends files with the same columns all year.
 */
final class YearOfFiles {

    /** Rows that were left out, six in the quarantine, three reasons, one kind of row that was left out, and one settled row. */
    static final int ROWS_PER_FILE = 125;

    private static final int FILES_AT_ONCE = 10_000;
    private static final int LEFT_OUT = ROWS_PER_FILE - 12;

    /** Numbers of files and runs that no load of the benchmark has. */
    private static final int FIRST = 10_000;

    private static final List<String> STATEMENTS = List.of("""
            INSERT INTO etl_run (run_id, triggered_by, mode, status, started_at, finished_at)
            SELECT {first} + seq, 'watch', 'incremental', 'succeeded', UTC_TIMESTAMP(6) - INTERVAL 365 * (1 - seq * 4 / {files}) DAY,
                   UTC_TIMESTAMP(6) - INTERVAL 365 * (1 - seq * 4 / {files}) DAY
            FROM seq_{from}_to_{to}
            WHERE seq MOD 4 = 0""", """
            INSERT INTO etl_file (file_id, run_id, name, kind, sha256, size_bytes, status, rows_read, inserted, left_out, rejected, parked,
                                  header, separated_by, encoding, date_order, decimal_mark, evidence, header_hash, mapping_name,
                                  mapping_version, archived_as, message, loaded_at)
            SELECT {first} + seq, {first} + seq - seq MOD 4, CONCAT('orders-', seq MOD 40, '-', seq DIV 400, '.csv'), 'sales', SHA2(seq, 256),
                   20000, CASE WHEN seq MOD 100 = 1 THEN 'refused' WHEN seq MOD 100 = 2 THEN 'already_loaded' ELSE 'loaded' END,
                   {left_out} + 10, 4, {left_out}, 4, 2, 'sale_id,customer_id,product_id,order_date,quantity,price,status', ',', 'utf-8',
                   'iso', 'point', '', SHA2(CONCAT('h', seq MOD 40), 256), CONCAT('shop-', seq MOD 40), '0123456789ab',
                   CONCAT('2025/01/31/orders-', seq, '.csv'), NULL, UTC_TIMESTAMP(6) - INTERVAL 365 * (1 - seq / {files}) DAY
            FROM seq_{from}_to_{to}""", """
            INSERT INTO etl_file_reason (file_id, reason, row_count)
            SELECT {first} + s.seq, r.reason, 2
            FROM seq_{from}_to_{to} s
              JOIN (SELECT 'missing_customer_id' AS reason UNION SELECT 'bad_date' UNION SELECT 'unknown_customer') r""", """
            INSERT INTO etl_file_left_out (file_id, why, row_count, amount)
            SELECT {first} + seq, 'status', {left_out}, 1000 FROM seq_{from}_to_{to}""", """
            INSERT INTO quarantine (file_id, line, kind, status, reason, reasons, faults, raw, settled_by, settled_line, amount, date_key,
                                    customer_id, product_id, sale_id)
            SELECT {first} + s.seq, l.seq, 'sales',
                   CASE WHEN s.seq MOD 100 = 3 THEN 'rejected' ELSE ELT(1 + l.seq MOD 3, 'resolved', 'released', 'superseded') END,
                   ELT(1 + l.seq MOD 3, 'missing_customer_id', 'bad_date', 'unknown_customer'),
                   ELT(1 + l.seq MOD 3, 'missing_customer_id', 'bad_date', 'unknown_customer'),
                   '[{"code":"bad_date","column":"order_date","value":"31.31.2025","message":"expected a date but found 31.31.2025"}]',
                   CONCAT('S', s.seq, '-', l.seq, ',C', s.seq MOD 9973, ',P', s.seq MOD 997, ',31.31.2025,3,12.50,paid'),
                   IF(s.seq MOD 100 = 3, NULL, {first} + s.seq), l.seq, 12.5, 20250131, CONCAT('C', s.seq MOD 9973), CONCAT('P', s.seq MOD 997),
                   CONCAT('S', s.seq, '-', l.seq)
            FROM seq_{from}_to_{to} s
              JOIN seq_2_to_7 l""", """
            INSERT INTO settled_row (row_id, sha256, line)
            SELECT quarantine_id, SHA2(file_id - {first}, 256), line
            FROM quarantine
            WHERE file_id BETWEEN {first} + {from} AND {first} + {to} AND line = 2""", """
            INSERT INTO left_out_row (file_id, line, why, column_name, value, sale_id, amount, raw)
            SELECT {first} + s.seq, l.seq, 'status', 'status', 'cancelled', CONCAT('S', s.seq, '-', l.seq), 12.5,
                   CONCAT('S', s.seq, '-', l.seq, ',C', s.seq MOD 9973, ',P', s.seq MOD 997, ',2025-01-31,3,12.50,cancelled')
            FROM seq_{from}_to_{to} s
              JOIN seq_8_to_{last_left_out} l""", """
            INSERT INTO audit_entry (at, user_name, address, what, thing, value_after)
            SELECT UTC_TIMESTAMP(6) - INTERVAL 365 * (1 - seq / {files}) DAY, CONCAT('user-', seq MOD 20), '127.0.0.1', 'upload',
                   CONCAT('orders-', seq, '.csv'), ''
            FROM seq_{from}_to_{to}""");

    private static final List<String> TABLES = List.of(
            "etl_run",
            "etl_file",
            "etl_file_reason",
            "etl_file_left_out",
            "quarantine",
            "settled_row",
            "left_out_row",
            "audit_entry");

    private YearOfFiles() {}

    /** Adds so many files to a warehouse. */
    static void add(Warehouse warehouse, int files) throws SQLException {
        try (Connection connection = warehouse.server().connect(warehouse.schema());
                Statement statement = connection.createStatement()) {
            statement.execute("SET foreign_key_checks = 0");
            for (int from = 0; from < files; from += FILES_AT_ONCE) {
                for (String sql : STATEMENTS) {
                    statement.execute(sql.replace("{from}", "" + from)
                            .replace("{to}", "" + Math.min(files, from + FILES_AT_ONCE - 1))
                            .replace("{files}", "" + files)
                            .replace("{first}", "" + FIRST)
                            .replace("{last_left_out}", "" + (7 + LEFT_OUT))
                            .replace("{left_out}", "" + LEFT_OUT));
                }
                System.out.println("[bench] " + Figures.count(Math.min(files, from + FILES_AT_ONCE)) + " files in the ledger");
            }
            for (String table : TABLES) {
                statement.execute("ANALYZE TABLE " + table);
            }
        }
    }
}
