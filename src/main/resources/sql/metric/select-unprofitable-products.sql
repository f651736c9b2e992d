SELECT p.product_id, p.name, s.costed_revenue, s.costed_revenue - s.cost AS profit
FROM (SELECT product_key, cost, costed_revenue, AVG(costed_revenue) OVER () AS usual
      FROM (SELECT product_key, cost, costed_revenue FROM rollup_product WHERE :#isWhole
            UNION ALL
            SELECT product_key, cost, costed_revenue
            FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
                   product_key INT PATH '$[0]',
                   cost DECIMAL(38, 4) PATH '$[4]',
                   costed_revenue DECIMAL(38, 4) PATH '$[5]')) slice) a
      WHERE costed_revenue > 0) s
  STRAIGHT_JOIN dim_product p ON p.product_key = s.product_key
WHERE s.cost >= s.costed_revenue AND s.costed_revenue >= s.usual
ORDER BY s.costed_revenue DESC, p.product_id
LIMIT 3
