-- The first entry of this content, but an entry with a place in the archive goes before one without. The others are reloads of the same
-- file.
SELECT file_id, name, loaded_at, archived_as
FROM etl_file
WHERE sha256 = :#sha256 AND status = 'loaded'
ORDER BY archived_as IS NULL, file_id
LIMIT 1
