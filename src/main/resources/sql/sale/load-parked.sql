LOAD DATA LOCAL INFILE 'rows' INTO TABLE parked_sale CHARACTER SET utf8mb4
(sale_id, order_id, customer_id, product_id, sale_date, quantity, unit_price, amount, cost, city, currency, file_id, line)
