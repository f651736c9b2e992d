-- A sale counts in the city that it names, else in that of its customer. For all sales, rollup_place has what differs from the sums by
-- customer. A place above zero is a city, one below zero a customer; where orders are counted, it stands for all places of its name.
-- Where no cost is known, there is no profit.
SELECT s.city, SUM(s.quantity) AS quantity, SUM(s.revenue) AS revenue, SUM(s.cost) AS cost,
       SUM(s.costed_revenue) AS costed_revenue, SUM(s.orders) AS orders
FROM (SELECT c.city, r.sales, r.quantity, r.revenue, r.cost, r.costed_revenue, 0 AS orders
      FROM rollup_customer r
        STRAIGHT_JOIN dim_customer c ON c.customer_key = r.customer_key
      WHERE :#isWhole
      UNION ALL
      SELECT COALESCE(k.city, c.city), r.sales, r.quantity, r.revenue, r.cost, r.costed_revenue, r.orders
      FROM (SELECT place_key, sales, quantity, revenue, cost, costed_revenue, 0 AS orders FROM rollup_place WHERE :#isWhole
            UNION ALL
            SELECT place_key, sales, quantity, revenue, cost, costed_revenue, orders
            FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
                   place_key INT PATH '$[0]',
                   sales BIGINT PATH '$[1]',
                   quantity DECIMAL(38, 4) PATH '$[2]',
                   revenue DECIMAL(38, 4) PATH '$[3]',
                   cost DECIMAL(38, 4) PATH '$[4]',
                   costed_revenue DECIMAL(38, 4) PATH '$[5]',
                   orders BIGINT PATH '$[6]')) slice) r
        LEFT JOIN sale_city k ON k.city_key = r.place_key
        LEFT JOIN dim_customer c ON c.customer_key = -1 - r.place_key) s
GROUP BY s.city
HAVING SUM(s.sales) > 0 AND (:#measure <> 'profit' OR SUM(s.costed_revenue) <> 0 OR SUM(s.cost) <> 0)
ORDER BY CASE :#measure WHEN 'profit' THEN SUM(s.costed_revenue) - SUM(s.cost) WHEN 'units' THEN SUM(s.quantity) WHEN 'orders' THEN SUM(s.orders) ELSE SUM(s.revenue) END DESC, s.city
LIMIT 5
