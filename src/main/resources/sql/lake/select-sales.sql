-- The columns are those of the Parquet files.
SELECT f.sale_id, f.order_id, f.customer_key, f.product_key, f.date_key, CAST(d.date AS CHAR) AS date,
       f.quantity, f.unit_price, f.revenue, f.cost, f.city, COALESCE(k.city_key, 0) AS city_key,
       f.original_currency, f.original_amount, f.source_file_id, f.source_line
FROM fact_sales f
  JOIN dim_date d ON d.date_key = f.date_key
  LEFT JOIN sale_city k ON k.city = f.city
WHERE f.date_key BETWEEN ? AND ?
