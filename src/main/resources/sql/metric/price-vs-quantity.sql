-- If a product has no price, MetricRows divides the sum of the prices of its sales by their number, so that the price is rounded only once.
SELECT p.product_id, p.name, p.price, s.unit_prices, s.sales, s.quantity
FROM (SELECT product_key, sales, quantity, unit_prices FROM rollup_product WHERE :#isWhole
      UNION ALL
      SELECT product_key, sales, quantity, unit_prices
      FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
             product_key INT PATH '$[0]',
             sales BIGINT PATH '$[1]',
             quantity DECIMAL(38, 4) PATH '$[2]',
             unit_prices DECIMAL(38, 4) PATH '$[6]')) slice) s
  STRAIGHT_JOIN dim_product p ON p.product_key = s.product_key
WHERE s.sales > 0
ORDER BY s.quantity DESC, p.product_id
