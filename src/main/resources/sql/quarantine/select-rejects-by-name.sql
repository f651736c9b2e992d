-- Of every file of this name that has the same columns as the newest.
SELECT q.quarantine_id, q.line, q.reasons, q.raw, q.occurrence
FROM quarantine q
  JOIN etl_file f ON f.file_id = q.file_id
WHERE f.name = :#file AND f.header = :#header AND f.separated_by = :#delimiter AND q.status = 'rejected'
ORDER BY f.file_id, q.line
