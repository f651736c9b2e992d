-- The cities with the most customers. The limit is one city more than a page offers, so that the page knows whether there are more cities.
SELECT city AS name
FROM dim_customer
GROUP BY city
ORDER BY COUNT(*) DESC, city
LIMIT 401
