LOAD DATA LOCAL INFILE 'rows' INTO TABLE stage_product CHARACTER SET utf8mb4
(line, product_id, name, category, cost_price, price)
