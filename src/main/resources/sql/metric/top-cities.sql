-- A sale counts in the city that it names, else in that of its customer. For all sales, rollup_place has what differs from the sums by
-- customer. A place above zero is a city, one below zero a customer.
SELECT p.city, SUM(p.revenue) AS revenue
FROM (SELECT c.city, s.sales, s.revenue
      FROM rollup_customer s
        STRAIGHT_JOIN dim_customer c ON c.customer_key = s.customer_key
      WHERE :#isWhole
      UNION ALL
      SELECT COALESCE(k.city, c.city), s.sales, s.revenue
      FROM (SELECT place_key, sales, revenue FROM rollup_place WHERE :#isWhole
            UNION ALL
            SELECT place_key, sales, revenue
            FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
                   place_key INT PATH '$[0]',
                   sales BIGINT PATH '$[1]',
                   revenue DECIMAL(38, 4) PATH '$[3]')) slice) s
        LEFT JOIN sale_city k ON k.city_key = s.place_key
        LEFT JOIN dim_customer c ON c.customer_key = -1 - s.place_key) p
GROUP BY p.city
HAVING SUM(p.sales) > 0
ORDER BY revenue DESC, p.city
LIMIT 5
