-- The cities with the most customers. The limit is one city more than a page offers, so that the page knows whether there are more cities.
-- Key 0 is that of sales without a customer: the city of that member can be chosen too.
SELECT city AS name
FROM dim_customer
GROUP BY city
ORDER BY SUM(customer_key <> 0) DESC, city
LIMIT 401
