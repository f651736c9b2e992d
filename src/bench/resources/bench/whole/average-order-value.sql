SELECT CONCAT(LPAD(d.year, 4, '0'), '-', LPAD(d.month, 2, '0')) AS month,
       ROUND(SUM(f.revenue) / COUNT(DISTINCT f.order_id), 2) AS average_order_value
FROM fact_sales f
  JOIN dim_date d ON d.date_key = f.date_key
GROUP BY d.year, d.month
ORDER BY d.year, d.month
