INSERT INTO fact_sales (sale_id, order_id, customer_key, product_key, date_key, quantity, unit_price, revenue,
                        source_file_id, source_line, cost, city, original_currency, original_amount)
SELECT sale_id, order_id, customer_key, product_key, date_key, quantity, unit_price, revenue, file_id, line,
       cost, city, original_currency, original_amount
FROM changed_sale
WHERE sale_key IS NULL
ORDER BY file_id, line
