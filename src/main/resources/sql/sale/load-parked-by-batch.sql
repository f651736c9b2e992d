INSERT INTO parked_sale (sale_id, order_id, customer_id, product_id, sale_date, quantity, unit_price, amount, file_id, line)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
