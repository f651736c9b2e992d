LOAD DATA LOCAL INFILE 'rows' INTO TABLE described_product CHARACTER SET utf8mb4
(line, product_id, name, category)
