SELECT name, archived_as, header_hash
FROM etl_file
WHERE mapping_name = :#name
  AND status = 'loaded'
  AND archived_as IS NOT NULL
ORDER BY file_id DESC
LIMIT 1
