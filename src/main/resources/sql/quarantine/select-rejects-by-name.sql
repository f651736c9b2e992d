-- The rejected rows of all files of this name that have the same columns as the newest file.
SELECT q.quarantine_id, q.line, q.reasons, q.raw, q.occurrence
FROM quarantine q
  JOIN etl_file f ON f.file_id = q.file_id
WHERE f.name = :#file AND f.header = :#header AND f.separated_by = :#delimiter AND q.status = 'rejected'
ORDER BY f.file_id, q.line
