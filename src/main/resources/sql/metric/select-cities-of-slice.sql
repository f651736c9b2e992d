SELECT city_key
FROM sale_city
WHERE city IN (:#in:cities)
