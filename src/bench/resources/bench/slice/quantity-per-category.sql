SELECT p.category, SUM(f.quantity) AS quantity
FROM fact_sales f
  JOIN dim_product p ON p.product_key = f.product_key
WHERE f.date_key BETWEEN ? AND ?
  AND p.category = ?
GROUP BY p.category
ORDER BY quantity DESC, p.category
