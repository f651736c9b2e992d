INSERT INTO settled_row (row_id, sha256, line)
SELECT q.quarantine_id, f.sha256, q.line
FROM quarantine q
  JOIN etl_file f ON f.file_id = q.file_id
  JOIN (SELECT DISTINCT row_id FROM returned_row) r ON r.row_id = q.quarantine_id
  LEFT JOIN settled_row known ON known.row_id = q.quarantine_id
WHERE known.row_id IS NULL
