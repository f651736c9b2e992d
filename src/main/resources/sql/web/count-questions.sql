SELECT COUNT(*)
FROM question q
  LEFT JOIN etl_file f ON f.file_id = q.file_id
WHERE f.status = 'held' OR q.check_name IS NOT NULL
