-- The cities with the most customers: one more than a page offers, so that it knows whether these are all.
SELECT city AS name
FROM dim_customer
GROUP BY city
ORDER BY COUNT(*) DESC, city
LIMIT 401
