INSERT INTO noted_row (row_id, sha256, line)
SELECT q.quarantine_id, f.sha256, q.line
FROM quarantine q
  JOIN etl_file f ON f.file_id = q.file_id
