-- MetricRows divides, so that the result is rounded only once.
SELECT CONCAT(LPAD(s.month DIV 100, 4, '0'), '-', LPAD(s.month MOD 100, 2, '0')) AS month, s.revenue, s.orders
FROM (SELECT month, sales, revenue, orders FROM rollup_month WHERE :#isWhole
      UNION ALL
      SELECT month, sales, revenue, orders
      FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
             month INT PATH '$[0]',
             sales BIGINT PATH '$[1]',
             revenue DECIMAL(38, 4) PATH '$[3]',
             orders BIGINT PATH '$[6]')) slice) s
WHERE s.sales > 0
ORDER BY s.month
