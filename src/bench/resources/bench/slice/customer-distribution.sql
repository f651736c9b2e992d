SELECT c.city, COUNT(DISTINCT f.customer_key) AS customers
FROM fact_sales f
  JOIN dim_customer c ON c.customer_key = f.customer_key
  JOIN dim_product p ON p.product_key = f.product_key
WHERE f.date_key BETWEEN ? AND ?
  AND p.category = ?
GROUP BY c.city
ORDER BY customers DESC, c.city
