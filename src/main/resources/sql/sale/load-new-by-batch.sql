INSERT INTO fact_sales (sale_id, order_id, customer_key, product_key, date_key, quantity, unit_price, revenue, source_file_id,
                        source_line)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
