-- Key 0 is that of sales without a customer. Where no cost is known, there is no profit.
SELECT c.customer_id, c.name, s.quantity, s.revenue, s.cost, s.costed_revenue, s.orders
FROM (SELECT customer_key, sales, quantity, revenue, cost, costed_revenue, 0 AS orders FROM rollup_customer WHERE :#isWhole
      UNION ALL
      SELECT customer_key, sales, quantity, revenue, cost, costed_revenue, orders
      FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
             customer_key INT PATH '$[0]',
             sales BIGINT PATH '$[1]',
             quantity DECIMAL(38, 4) PATH '$[2]',
             revenue DECIMAL(38, 4) PATH '$[3]',
             cost DECIMAL(38, 4) PATH '$[4]',
             costed_revenue DECIMAL(38, 4) PATH '$[5]',
             orders BIGINT PATH '$[6]')) slice) s
  STRAIGHT_JOIN dim_customer c ON c.customer_key = s.customer_key
WHERE s.sales > 0 AND c.customer_key <> 0 AND (:#measure <> 'profit' OR s.costed_revenue <> 0 OR s.cost <> 0)
ORDER BY CASE :#measure WHEN 'profit' THEN s.costed_revenue - s.cost WHEN 'units' THEN s.quantity WHEN 'orders' THEN s.orders ELSE s.revenue END DESC, c.customer_id
LIMIT 5
