-- Key 0 is that of sales without a customer.
SELECT (SELECT COUNT(*) FROM dim_customer WHERE customer_key <> 0) AS customers,
       (SELECT COUNT(*) FROM dim_product) AS products,
       s.sales,
       s.revenue,
       s.first_key,
       s.last_key
FROM (SELECT COALESCE(SUM(sales), 0) AS sales, SUM(revenue) AS revenue, MIN(date_key) AS first_key,
             MAX(date_key) AS last_key
      FROM rollup_day
      WHERE sales > 0) s
