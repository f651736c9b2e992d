LOAD DATA LOCAL INFILE 'rows' INTO TABLE fact_sales CHARACTER SET utf8mb4
(sale_id, order_id, customer_key, product_key, date_key, quantity, unit_price, revenue, source_file_id, source_line,
 cost)
