SELECT order_id, date_key, customer_key, product_key, quantity, unit_price, revenue
FROM changed_sale
