-- The rejected rows as they stand in their files.
SELECT q.quarantine_id, q.file_id, f.name AS file, f.header, f.separated_by AS delimiter, q.line, q.reasons, q.raw, q.occurrence
FROM quarantine q
  JOIN etl_file f ON f.file_id = q.file_id
WHERE q.quarantine_id IN (:#in:ids) AND q.status = 'rejected'
ORDER BY q.file_id, q.line
