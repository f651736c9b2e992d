-- The index finds customers by the beginning of their ids. The names of all customers are read.
SELECT customer_id AS id, name, city AS detail
FROM dim_customer
WHERE customer_id LIKE :#beginning
   OR name COLLATE utf8mb4_general_ci LIKE :#anywhere
ORDER BY customer_id = :#text DESC, name, customer_id
LIMIT 10
