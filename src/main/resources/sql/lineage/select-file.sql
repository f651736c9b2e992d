SELECT file_id, name, kind, archived_as, archive_deleted_at, header, other_cells, customer_cells, separated_by AS delimiter, encoding,
       loaded_at, run_id
FROM etl_file
WHERE file_id = :#fileId
