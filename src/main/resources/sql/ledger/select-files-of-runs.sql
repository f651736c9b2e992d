SELECT file_id, run_id, name, kind, sha256, status, rows_read, inserted, updated, unchanged, rejected, parked, blank,
       repaired, released, message, separated_by, encoding, date_order, decimal_mark, evidence,
       customers_added, products_added, warnings
FROM etl_file
WHERE run_id IN (:#in:runIds)
ORDER BY file_id
