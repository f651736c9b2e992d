-- Few are found at once by the index on their ids; names are looked through.
SELECT customer_id AS id, name, city AS detail
FROM dim_customer
WHERE customer_id LIKE :#beginning
   OR name COLLATE utf8mb4_general_ci LIKE :#anywhere
ORDER BY customer_id = :#text DESC, name, customer_id
LIMIT 10
