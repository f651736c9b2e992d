SELECT p.product_key, p.product_id, p.name, p.category, p.cost_price, p.price, f.name AS file, p.source_line AS line, f.file_id
FROM dim_product p
  JOIN etl_file f ON f.file_id = p.source_file_id
WHERE :#pattern IS NULL
   OR p.product_id COLLATE utf8mb4_general_ci LIKE :#pattern
   OR p.name COLLATE utf8mb4_general_ci LIKE :#pattern
   OR p.category COLLATE utf8mb4_general_ci LIKE :#pattern
