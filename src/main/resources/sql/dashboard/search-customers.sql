-- The index finds customers by the beginning of their ids. The names of all customers are read.
-- Key 0 is that of sales without a customer.
SELECT customer_id AS id, name, city AS detail
FROM dim_customer
WHERE (customer_id LIKE :#beginning OR name COLLATE utf8mb4_general_ci LIKE :#anywhere)
  AND customer_key <> 0
ORDER BY customer_id = :#text DESC, name, customer_id
LIMIT :#limit
