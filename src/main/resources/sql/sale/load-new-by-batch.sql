INSERT INTO fact_sales (sale_id, order_id, customer_key, product_key, date_key, quantity, unit_price, source_file_id, source_line,
                        revenue)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, quantity * unit_price)
