-- The customer of all sales without one, from the first of them. The next statement sets the key.
INSERT INTO dim_customer (customer_id, name, city, from_sales, source_file_id, source_line)
SELECT '', 'No customer', 'Unknown', TRUE, :#fileId, :#guestLine
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM dim_customer WHERE customer_id = '')
