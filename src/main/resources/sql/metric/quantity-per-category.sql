-- Where no cost is known, there is no profit. Where orders are counted, a product stands for all products of its category.
SELECT p.category, SUM(s.quantity) AS quantity, SUM(s.revenue) AS revenue, SUM(s.cost) AS cost,
       SUM(s.costed_revenue) AS costed_revenue, SUM(s.orders) AS orders
FROM (SELECT product_key, sales, quantity, revenue, cost, costed_revenue, 0 AS orders FROM rollup_product WHERE :#isWhole
      UNION ALL
      SELECT product_key, sales, quantity, revenue, cost, costed_revenue, orders
      FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
             product_key INT PATH '$[0]',
             sales BIGINT PATH '$[1]',
             quantity DECIMAL(38, 4) PATH '$[2]',
             revenue DECIMAL(38, 4) PATH '$[3]',
             cost DECIMAL(38, 4) PATH '$[4]',
             costed_revenue DECIMAL(38, 4) PATH '$[5]',
             orders BIGINT PATH '$[6]')) slice) s
  STRAIGHT_JOIN dim_product p ON p.product_key = s.product_key
WHERE s.sales > 0
GROUP BY p.category
HAVING (:#measure <> 'profit' OR SUM(s.costed_revenue) <> 0 OR SUM(s.cost) <> 0)
ORDER BY CASE :#measure WHEN 'profit' THEN SUM(s.costed_revenue) - SUM(s.cost) WHEN 'units' THEN SUM(s.quantity) WHEN 'orders' THEN SUM(s.orders) ELSE SUM(s.revenue) END DESC, p.category
