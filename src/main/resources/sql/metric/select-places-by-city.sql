-- A place above zero is a city that sales name, one below zero a customer.
SELECT place_key AS key_in_group, MIN(place_key) OVER (PARTITION BY city) AS first_key
FROM (SELECT city_key AS place_key, city FROM sale_city
      UNION ALL
      SELECT -1 - customer_key, city FROM dim_customer) places
