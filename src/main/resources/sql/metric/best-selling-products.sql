SELECT p.product_id, p.name, s.quantity
FROM (SELECT product_key, sales, quantity FROM rollup_product WHERE :#isWhole
      UNION ALL
      SELECT product_key, sales, quantity
      FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
             product_key INT PATH '$[0]',
             sales BIGINT PATH '$[1]',
             quantity DECIMAL(38, 4) PATH '$[2]')) slice) s
  STRAIGHT_JOIN dim_product p ON p.product_key = s.product_key
WHERE s.sales > 0
ORDER BY s.quantity DESC, p.product_id
LIMIT 10
