SELECT product_key, product_id, name, category, cost_price, price
FROM dim_product
