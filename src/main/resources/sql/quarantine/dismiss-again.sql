-- In a reload: rows of the file that were dismissed before are dismissed again.
UPDATE quarantine q
  JOIN etl_file f ON f.file_id = q.file_id
  JOIN settled_row s ON s.sha256 = f.sha256 AND s.line = q.line
SET q.status = 'dismissed', q.dismissal_id = s.dismissal_id
WHERE q.file_id = :#fileId AND s.dismissal_id IS NOT NULL AND q.status IN ('rejected', 'parked')
