SELECT product_key AS key_in_group, MIN(product_key) OVER (PARTITION BY category) AS first_key
FROM dim_product
