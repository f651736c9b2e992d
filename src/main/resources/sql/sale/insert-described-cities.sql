INSERT INTO sale_city (city)
SELECT s.city
FROM described_city s
  LEFT JOIN sale_city k ON k.city = s.city
WHERE k.city_key IS NULL
