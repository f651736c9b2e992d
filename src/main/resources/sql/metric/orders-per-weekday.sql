-- An order with sales on two days counts on both days.
SELECT d.weekday, SUM(s.orders) AS orders
FROM (SELECT date_key, sales, orders FROM rollup_day WHERE :#isWhole
      UNION ALL
      SELECT date_key, sales, orders
      FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
             date_key INT PATH '$[0]',
             sales BIGINT PATH '$[1]',
             orders BIGINT PATH '$[6]')) slice) s
  STRAIGHT_JOIN dim_date d ON d.date_key = s.date_key
WHERE s.sales > 0
GROUP BY d.weekday
