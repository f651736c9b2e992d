-- Where this content came in first: any reload since then has loaded the same file again.
SELECT file_id, name, loaded_at, archived_as
FROM etl_file
WHERE sha256 = :#sha256 AND status = 'loaded'
ORDER BY archived_as IS NULL, file_id
LIMIT 1
