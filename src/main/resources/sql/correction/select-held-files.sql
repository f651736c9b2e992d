-- All files that wait for the same answer.
SELECT f.file_id, f.archived_as
FROM etl_file f
  JOIN etl_file asked ON asked.header_hash = f.header_hash
WHERE asked.file_id = :#fileId AND f.status = 'held'
ORDER BY f.file_id
