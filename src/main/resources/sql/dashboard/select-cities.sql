-- The cities with the most customers, and those that only sales name. The limit is one city more than a page offers, so that the page
-- knows whether there are more cities. Key 0 is that of sales without a customer: the city of that member can be chosen too.
SELECT c.city AS name
FROM (SELECT city, SUM(customer_key <> 0) AS customers FROM dim_customer GROUP BY city
      UNION ALL
      SELECT city, 0 FROM sale_city) c
GROUP BY c.city
ORDER BY SUM(c.customers) DESC, c.city
LIMIT 401
