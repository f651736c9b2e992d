SELECT q.line, q.reasons, q.raw, q.occurrence, f.header, f.separated_by AS delimiter
FROM quarantine q
  JOIN etl_file f ON f.file_id = q.file_id
WHERE q.file_id = :#fileId AND q.status = 'rejected'
ORDER BY q.line
