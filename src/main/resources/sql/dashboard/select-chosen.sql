SELECT 'product' AS kind, product_id AS id, name
FROM dim_product
WHERE product_id IN (:#in:products)
UNION ALL
SELECT 'customer', customer_id, name
FROM dim_customer
WHERE customer_id IN (:#in:customers)
