LOAD DATA LOCAL INFILE 'rows' INTO TABLE returned_row CHARACTER SET utf8mb4
(row_id, line)
