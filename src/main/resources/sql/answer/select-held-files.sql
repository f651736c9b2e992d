-- All files that wait for the same answers.
SELECT file_id, archived_as
FROM etl_file
WHERE header_hash = :#headerHash AND status = 'held'
ORDER BY file_id
