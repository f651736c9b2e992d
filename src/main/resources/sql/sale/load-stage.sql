LOAD DATA LOCAL INFILE 'rows' INTO TABLE stage_sale CHARACTER SET utf8mb4
(sale_id, order_id, customer_key, product_key, date_key, quantity, unit_price, revenue, file_id, line, cost)
