SELECT run_id, name, left_out_deleted_at
FROM etl_file
WHERE file_id = :#fileId
