SELECT ELT(d.weekday, 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday') AS weekday,
       COUNT(DISTINCT f.order_id, f.date_key) AS orders
FROM fact_sales f
  JOIN dim_date d ON d.date_key = f.date_key
  JOIN dim_product p ON p.product_key = f.product_key
WHERE f.date_key BETWEEN ? AND ?
  AND p.category = ?
GROUP BY d.weekday
ORDER BY d.weekday
