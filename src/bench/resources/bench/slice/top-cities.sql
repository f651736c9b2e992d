SELECT c.city, ROUND(SUM(f.revenue), 2) AS revenue
FROM fact_sales f
  JOIN dim_customer c ON c.customer_key = f.customer_key
  JOIN dim_product p ON p.product_key = f.product_key
WHERE f.date_key BETWEEN ? AND ?
  AND p.category = ?
GROUP BY c.city
ORDER BY revenue DESC, c.city
LIMIT 5
