-- STRAIGHT_JOIN makes the server read the facts first, in the order of days. Otherwise it may sort all sales to return a few.
SELECT STRAIGHT_JOIN
       s.sale_id, s.order_id, d.date, c.customer_id, c.name AS customer, COALESCE(s.city, c.city) AS city, p.product_id, p.name AS product, p.category,
       s.quantity, s.unit_price, s.revenue, s.cost, s.original_currency, s.original_amount, f.name AS file, s.source_file_id, s.source_line
FROM fact_sales s
  JOIN dim_date d ON d.date_key = s.date_key
  JOIN dim_customer c ON c.customer_key = s.customer_key
  JOIN dim_product p ON p.product_key = s.product_key
  LEFT JOIN etl_file f ON f.file_id = s.source_file_id
-- include lineage/of-slice
ORDER BY s.date_key DESC, s.sale_key DESC
LIMIT :#limit OFFSET :#offset
