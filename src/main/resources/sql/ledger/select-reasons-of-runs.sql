SELECT r.file_id, r.reason, r.row_count
FROM etl_file_reason r
  JOIN etl_file f ON f.file_id = r.file_id
WHERE f.run_id IN (:#in:runIds)
ORDER BY r.file_id, r.row_count DESC, r.reason
