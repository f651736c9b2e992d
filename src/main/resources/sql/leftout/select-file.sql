SELECT run_id, name, left_out_deleted_at, header, other_cells, separated_by AS delimiter
FROM etl_file
WHERE file_id = :#fileId
