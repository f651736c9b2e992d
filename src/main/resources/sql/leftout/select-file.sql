SELECT run_id, name
FROM etl_file
WHERE file_id = :#fileId
