INSERT INTO dim_customer (customer_id, name, email, city, source_file_id, source_line)
SELECT customer_id, name, email, city, :#fileId, line
FROM stage_customer
WHERE outcome = 'inserted'
ORDER BY line
