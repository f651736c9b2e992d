DELETE FROM question
WHERE file_id = :#heldFileId
