UPDATE etl_file
SET status = 'answered', archived_as = NULL
WHERE file_id = :#heldFileId
