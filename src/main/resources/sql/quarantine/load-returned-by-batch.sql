INSERT INTO returned_row (row_id, line)
VALUES (?, ?)
