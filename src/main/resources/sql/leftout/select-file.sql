SELECT run_id, name, header, other_cells, separated_by AS delimiter
FROM etl_file
WHERE file_id = :#fileId
