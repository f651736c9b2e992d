SELECT p.category, SUM(s.revenue) AS revenue
FROM (SELECT product_key, sales, revenue FROM rollup_product WHERE :#isWhole
      UNION ALL
      SELECT product_key, sales, revenue
      FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
             product_key INT PATH '$[0]',
             sales BIGINT PATH '$[1]',
             revenue DECIMAL(38, 4) PATH '$[3]')) slice) s
  STRAIGHT_JOIN dim_product p ON p.product_key = s.product_key
WHERE s.sales > 0
GROUP BY p.category
ORDER BY revenue DESC, p.category
