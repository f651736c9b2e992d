-- The index finds products by the beginning of their ids. The names of all products are read.
SELECT product_id AS id, name, category AS detail
FROM dim_product
WHERE product_id LIKE :#beginning
   OR name COLLATE utf8mb4_general_ci LIKE :#anywhere
ORDER BY product_id = :#text DESC, name, product_id
LIMIT :#limit
