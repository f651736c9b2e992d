SELECT c.city, COUNT(*) AS customers
FROM dim_customer c
GROUP BY c.city
ORDER BY customers DESC, c.city
