-- The load of a file that was committed before the file could be archived.
SELECT COUNT(*)
FROM etl_file
WHERE sha256 = ? AND status = 'loaded' AND archived_as IS NULL
