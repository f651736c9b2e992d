LOAD DATA LOCAL INFILE 'rows' INTO TABLE left_out_row CHARACTER SET utf8mb4
(file_id, line, why, column_name, value, sale_id, amount, original_currency, original_amount, raw)
