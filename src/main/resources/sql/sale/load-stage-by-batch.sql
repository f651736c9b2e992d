INSERT INTO stage_sale (sale_id, order_id, customer_key, product_key, date_key, quantity, unit_price, revenue, file_id, line)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
