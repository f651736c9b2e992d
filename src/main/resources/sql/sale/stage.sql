INSERT INTO stage_sale (file_id, line, sale_id, order_id, customer_key, product_key, sale_date, date_key, quantity, unit_price)
VALUES (:#fileId, :#line, :#saleId, :#orderId, :#customerKey, :#productKey, :#saleDate, :#dateKey, :#quantity, :#unitPrice)
