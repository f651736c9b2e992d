INSERT INTO etl_file_left_out (file_id, why, row_count, amount)
VALUES (:#fileId, :#why, :#rowCount, :#amount)
