SELECT product_id, product_key, price, cost_price
FROM dim_product
