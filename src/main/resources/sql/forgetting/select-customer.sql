-- Key 0 is that of sales without a customer.
SELECT c.customer_key, c.customer_id, c.name, c.email, c.city,
       (SELECT COUNT(*) FROM fact_sales s WHERE s.customer_key = c.customer_key) AS sales,
       (SELECT COALESCE(SUM(s.revenue), 0) FROM fact_sales s WHERE s.customer_key = c.customer_key) AS revenue,
       (SELECT COUNT(*) FROM quarantine q WHERE q.customer_id = c.customer_id) AS quarantined
FROM dim_customer c
WHERE c.customer_id = :id AND c.customer_key <> 0
