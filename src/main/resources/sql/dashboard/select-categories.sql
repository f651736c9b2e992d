SELECT DISTINCT category AS name
FROM dim_product
ORDER BY category
