SELECT product_key
FROM dim_product
WHERE product_id IN (:#in:products)
