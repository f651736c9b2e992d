-- The cities with the most customers: one more than a page offers, so that it knows whether these are all. Key 0 is
-- that of sales without a customer: their city can be chosen too.
SELECT city AS name
FROM dim_customer
GROUP BY city
ORDER BY SUM(customer_key <> 0) DESC, city
LIMIT 401
