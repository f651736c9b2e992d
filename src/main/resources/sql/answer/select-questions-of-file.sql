-- The questions of the file with this number, or of the newest file with this name that has some.
SELECT q.question_id, q.file_id, COALESCE(f.name, q.check_name) AS name, q.check_name, q.header_hash, q.about, q.detail, q.question,
       q.evidence, q.choices, q.suggested, f.archived_as
FROM question q
  LEFT JOIN etl_file f ON f.file_id = q.file_id
WHERE (f.status = 'held' OR q.check_name IS NOT NULL)
  AND (q.file_id = :#fileId OR q.check_name = :#name OR f.name = :#name)
ORDER BY q.question_id
LIMIT 1000
