SELECT COUNT(*)
FROM quarantine q
  LEFT JOIN etl_file f ON f.file_id = q.file_id
WHERE q.status IN (:#in:statuses)
-- include quarantine/of-filter
