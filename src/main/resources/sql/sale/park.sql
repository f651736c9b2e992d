INSERT INTO parked_sale (file_id, line, sale_id, order_id, customer_id, product_id, sale_date, quantity, unit_price)
VALUES (:#fileId, :#line, :#saleId, :#orderId, :#customerId, :#productId, :#saleDate, :#quantity, :#unitPrice)
