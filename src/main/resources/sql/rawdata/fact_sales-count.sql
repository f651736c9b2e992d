SELECT COUNT(*)
FROM fact_sales s
WHERE :#pattern IS NULL
   OR s.sale_id COLLATE utf8mb4_general_ci LIKE :#pattern
   OR s.order_id COLLATE utf8mb4_general_ci LIKE :#pattern
