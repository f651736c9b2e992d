-- Where no customer is chosen, the list holds an empty id, and key 0, that of sales without a customer, has such an id.
SELECT 'product' AS kind, product_id AS id, name
FROM dim_product
WHERE product_id IN (:#in:products)
UNION ALL
SELECT 'customer', customer_id, name
FROM dim_customer
WHERE customer_id IN (:#in:customers) AND customer_key <> 0
