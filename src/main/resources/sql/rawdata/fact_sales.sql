SELECT s.sale_key, s.sale_id, s.order_id, s.customer_key, s.product_key, s.date_key, s.quantity, s.unit_price, s.revenue,
       s.cost, s.city, s.original_currency, s.original_amount,
       f.name AS file, s.source_line AS line, f.file_id
FROM fact_sales s
  JOIN etl_file f ON f.file_id = s.source_file_id
WHERE :#pattern IS NULL
   OR s.sale_id COLLATE utf8mb4_general_ci LIKE :#pattern
   OR s.order_id COLLATE utf8mb4_general_ci LIKE :#pattern
