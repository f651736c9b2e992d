FROM fact_sales s
  JOIN dim_date d ON d.date_key = s.date_key
  JOIN dim_customer c ON c.customer_key = s.customer_key
  JOIN dim_product p ON p.product_key = s.product_key
  LEFT JOIN etl_file f ON f.file_id = s.source_file_id
WHERE s.date_key BETWEEN :#fromKey AND :#toKey
  AND s.date_key BETWEEN :#firstOfMonth AND :#lastOfMonth
  AND (:#weekday IS NULL OR d.weekday = :#weekday)
  AND (:#anyCustomer OR s.customer_key IN (:#in:customerKeys))
  AND (:#anyProduct OR s.product_key IN (:#in:productKeys))
  AND (:#anyCategory OR p.category IN (:#in:categories))
  AND (:#anyCity OR COALESCE(s.city, c.city) IN (:#in:cities))
