SELECT file_id, run_id, name, kind, sha256, status, rows_read, inserted, updated, unchanged, rejected, parked, blank,
       repaired, released, message
FROM etl_file
WHERE run_id IN (:#in:runIds)
ORDER BY file_id
