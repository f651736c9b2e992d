-- Neither names nor e-mail addresses: nobody needs them to add up sales.
SELECT customer_key, customer_id, city
FROM dim_customer
