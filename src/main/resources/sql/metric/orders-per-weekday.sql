-- An order with sales on two days counts on both days.
SELECT d.weekday, SUM(s.quantity) AS quantity, SUM(s.revenue) AS revenue, SUM(s.cost) AS cost,
       SUM(s.costed_revenue) AS costed_revenue, SUM(s.orders) AS orders
FROM (SELECT date_key, sales, quantity, revenue, cost, costed_revenue, orders FROM rollup_day WHERE :#isWhole
      UNION ALL
      SELECT date_key, sales, quantity, revenue, cost, costed_revenue, orders
      FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
             date_key INT PATH '$[0]',
             sales BIGINT PATH '$[1]',
             quantity DECIMAL(38, 4) PATH '$[2]',
             revenue DECIMAL(38, 4) PATH '$[3]',
             cost DECIMAL(38, 4) PATH '$[4]',
             costed_revenue DECIMAL(38, 4) PATH '$[5]',
             orders BIGINT PATH '$[6]')) slice) s
  STRAIGHT_JOIN dim_date d ON d.date_key = s.date_key
WHERE s.sales > 0
GROUP BY d.weekday
