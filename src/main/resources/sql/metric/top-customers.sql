-- Key 0 is that of sales without a customer.
SELECT c.customer_id, c.name, s.revenue
FROM (SELECT customer_key, sales, revenue FROM rollup_customer WHERE :#isWhole
      UNION ALL
      SELECT customer_key, sales, revenue
      FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
             customer_key INT PATH '$[0]',
             sales BIGINT PATH '$[1]',
             revenue DECIMAL(38, 4) PATH '$[3]')) slice) s
  STRAIGHT_JOIN dim_customer c ON c.customer_key = s.customer_key
WHERE s.sales > 0 AND c.customer_key <> 0
ORDER BY s.revenue DESC, c.customer_id
LIMIT 5
