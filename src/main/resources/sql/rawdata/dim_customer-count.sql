SELECT COUNT(*)
FROM dim_customer c
WHERE :#pattern IS NULL
   OR c.customer_id COLLATE utf8mb4_general_ci LIKE :#pattern
   OR c.name COLLATE utf8mb4_general_ci LIKE :#pattern
   OR c.email COLLATE utf8mb4_general_ci LIKE :#pattern
   OR c.city COLLATE utf8mb4_general_ci LIKE :#pattern
