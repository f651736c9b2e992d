SELECT p.product_id, p.name, SUM(f.quantity) AS quantity
FROM fact_sales f
  JOIN dim_product p ON p.product_key = f.product_key
GROUP BY p.product_key, p.product_id, p.name
ORDER BY quantity DESC, p.product_id
LIMIT 10
