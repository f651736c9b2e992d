SELECT product_id, product_key, price
FROM dim_product
