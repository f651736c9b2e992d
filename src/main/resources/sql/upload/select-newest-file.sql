SELECT COALESCE(MAX(file_id), 0)
FROM etl_file
