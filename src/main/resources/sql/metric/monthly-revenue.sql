-- Where no cost is known, there is no profit.
SELECT CONCAT(LPAD(s.month DIV 100, 4, '0'), '-', LPAD(s.month MOD 100, 2, '0')) AS month, s.quantity, s.revenue, s.cost,
       s.costed_revenue, s.orders
FROM (SELECT month, sales, quantity, revenue, cost, costed_revenue, orders FROM rollup_month WHERE :#isWhole
      UNION ALL
      SELECT month, sales, quantity, revenue, cost, costed_revenue, orders
      FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
             month INT PATH '$[0]',
             sales BIGINT PATH '$[1]',
             quantity DECIMAL(38, 4) PATH '$[2]',
             revenue DECIMAL(38, 4) PATH '$[3]',
             cost DECIMAL(38, 4) PATH '$[4]',
             costed_revenue DECIMAL(38, 4) PATH '$[5]',
             orders BIGINT PATH '$[6]')) slice) s
WHERE s.sales > 0 AND (:#measure <> 'profit' OR s.costed_revenue <> 0 OR s.cost <> 0)
ORDER BY s.month
