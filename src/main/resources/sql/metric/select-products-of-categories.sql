SELECT product_key
FROM dim_product
WHERE category IN (:#in:categories)
