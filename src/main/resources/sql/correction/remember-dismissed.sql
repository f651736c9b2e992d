INSERT INTO settled_row (row_id, sha256, line, dismissal_id)
SELECT q.quarantine_id, f.sha256, q.line, q.dismissal_id
FROM quarantine q
  JOIN etl_file f ON f.file_id = q.file_id
WHERE q.dismissal_id = :#dismissalId
ON DUPLICATE KEY UPDATE dismissal_id = VALUES(dismissal_id)
