SELECT p.category, ROUND(SUM(f.revenue), 2) AS revenue
FROM fact_sales f
  JOIN dim_product p ON p.product_key = f.product_key
WHERE f.date_key BETWEEN ? AND ?
  AND p.category = ?
GROUP BY p.category
ORDER BY revenue DESC, p.category
