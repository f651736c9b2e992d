LOAD DATA LOCAL INFILE 'rows' INTO TABLE stage_rate CHARACTER SET utf8mb4
(line, currency, date, rate)
