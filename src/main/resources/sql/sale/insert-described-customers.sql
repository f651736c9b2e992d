INSERT INTO dim_customer (customer_id, name, email, city, from_sales, source_file_id, source_line)
SELECT s.customer_id, COALESCE(s.name, s.customer_id), s.email, COALESCE(s.city, 'Unknown'), TRUE, :#fileId, s.line
FROM described_customer s
  LEFT JOIN dim_customer d ON d.customer_id = s.customer_id
WHERE d.customer_key IS NULL
ORDER BY s.line
