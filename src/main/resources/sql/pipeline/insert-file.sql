INSERT INTO etl_file (run_id, name, kind, sha256, size_bytes, status, message, header, header_hash, separated_by, encoding,
                      date_order, decimal_mark, currencies, warehouse_currency, evidence, archived_as, loaded_at)
VALUES (:#runId, :#name, :#kind, :#sha256, :#size, :#status, :#message, :#header, :#headerHash, :#delimiter, :#encoding,
        :#dateOrder, :#decimalMark, :#currencies, :#warehouseCurrency, :#evidence, :#archivedAs, UTC_TIMESTAMP(6))
