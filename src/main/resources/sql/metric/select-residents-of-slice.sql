SELECT customer_key
FROM dim_customer
WHERE city IN (:#in:cities)
