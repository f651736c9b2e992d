SELECT COUNT(*)
FROM dim_product p
WHERE :#pattern IS NULL
   OR p.product_id COLLATE utf8mb4_general_ci LIKE :#pattern
   OR p.name COLLATE utf8mb4_general_ci LIKE :#pattern
   OR p.category COLLATE utf8mb4_general_ci LIKE :#pattern
