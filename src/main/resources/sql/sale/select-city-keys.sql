SELECT city, city_key
FROM sale_city
