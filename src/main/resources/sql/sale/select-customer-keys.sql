SELECT customer_id, customer_key
FROM dim_customer
