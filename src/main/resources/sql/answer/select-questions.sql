SELECT q.question_id, q.file_id, COALESCE(f.name, q.check_name) AS name, q.check_name, q.header_hash, q.about, q.detail, q.question,
       q.evidence, q.choices, q.suggested, f.archived_as
FROM question q
  LEFT JOIN etl_file f ON f.file_id = q.file_id
WHERE f.status = 'held' OR q.check_name IS NOT NULL
ORDER BY q.question_id
LIMIT :#limit OFFSET :#offset
