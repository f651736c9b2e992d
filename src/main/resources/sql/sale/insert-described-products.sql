INSERT INTO dim_product (product_id, name, category, from_sales, source_file_id, source_line)
SELECT s.product_id, COALESCE(s.name, s.product_id), COALESCE(s.category, 'Unknown'), TRUE, :#fileId, s.line
FROM described_product s
  LEFT JOIN dim_product d ON d.product_id = s.product_id
WHERE d.product_key IS NULL
ORDER BY s.line
