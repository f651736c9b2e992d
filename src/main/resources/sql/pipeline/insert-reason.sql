INSERT INTO etl_file_reason (file_id, reason, row_count)
VALUES (:#fileId, :#reason, :#rowCount)
