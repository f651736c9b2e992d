INSERT INTO etl_file (run_id, name, kind, sha256, size_bytes, status, message, header, header_hash, other_cells, customer_cells, separated_by, encoding,
                      date_order, decimal_mark, currencies, discount_unit, warehouse_currency, evidence, mapping_name, mapping_version, archived_as,
                      loaded_at)
VALUES (:#runId, :#name, :#kind, :#sha256, :#size, :#status, :#message, :#header, :#headerHash, :#otherCells, :#customerCells, :#delimiter, :#encoding,
        :#dateOrder, :#decimalMark, :#currencies, :#discountUnit, :#warehouseCurrency, :#evidence, :#mappingName, :#mappingVersion, :#archivedAs,
        UTC_TIMESTAMP(6))
