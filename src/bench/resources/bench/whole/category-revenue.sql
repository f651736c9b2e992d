SELECT p.category, ROUND(SUM(f.revenue), 2) AS revenue
FROM fact_sales f
  JOIN dim_product p ON p.product_key = f.product_key
GROUP BY p.category
ORDER BY revenue DESC, p.category
