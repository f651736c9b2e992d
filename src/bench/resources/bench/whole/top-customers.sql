SELECT c.customer_id, c.name, ROUND(SUM(f.revenue), 2) AS revenue
FROM fact_sales f
  JOIN dim_customer c ON c.customer_key = f.customer_key
GROUP BY c.customer_key, c.customer_id, c.name
ORDER BY revenue DESC, c.customer_id
LIMIT 5
