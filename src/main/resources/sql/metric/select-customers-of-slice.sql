SELECT customer_key
FROM dim_customer
WHERE customer_id IN (:#in:customers)
