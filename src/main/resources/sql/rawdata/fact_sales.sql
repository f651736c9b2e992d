-- The joins for names are outer ones, so that the server begins with the sales, in the order of their keys. A date key is a date in digits.
SELECT s.sale_key, s.sale_id, s.order_id, s.customer_key, c.name AS customer, s.product_key, p.name AS product, s.date_key,
       DATE_FORMAT(s.date_key, '%Y-%m-%d') AS date, s.quantity, s.unit_price, s.revenue,
       s.cost, s.city, s.original_currency, s.original_amount,
       f.name AS file, s.source_line AS line, f.file_id
FROM fact_sales s
  JOIN etl_file f ON f.file_id = s.source_file_id
  LEFT JOIN dim_customer c ON c.customer_key = s.customer_key
  LEFT JOIN dim_product p ON p.product_key = s.product_key
WHERE :#pattern IS NULL
   OR s.sale_id COLLATE utf8mb4_general_ci LIKE :#pattern
   OR s.order_id COLLATE utf8mb4_general_ci LIKE :#pattern
   OR c.name COLLATE utf8mb4_general_ci LIKE :#pattern
   OR p.name COLLATE utf8mb4_general_ci LIKE :#pattern
