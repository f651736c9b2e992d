SELECT p.category, SUM(f.quantity) AS quantity
FROM fact_sales f
  JOIN dim_product p ON p.product_key = f.product_key
GROUP BY p.category
ORDER BY quantity DESC, p.category
