UPDATE etl_file
SET archived_as = :#archivedAs
WHERE file_id = :#fileId
