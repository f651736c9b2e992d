SELECT c.customer_key, c.customer_id, c.name, IF(:#masked AND c.email IS NOT NULL, '•••', c.email) AS email, c.city, f.name AS file, c.source_line AS line, f.file_id
FROM dim_customer c
  JOIN etl_file f ON f.file_id = c.source_file_id
WHERE :#pattern IS NULL
   OR c.customer_id COLLATE utf8mb4_general_ci LIKE :#pattern
   OR c.name COLLATE utf8mb4_general_ci LIKE :#pattern
   OR NOT :#masked AND c.email COLLATE utf8mb4_general_ci LIKE :#pattern
   OR c.city COLLATE utf8mb4_general_ci LIKE :#pattern
