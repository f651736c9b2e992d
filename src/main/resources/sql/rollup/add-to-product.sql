INSERT INTO rollup_product (product_key, sales, quantity, revenue, unit_prices)
SELECT c.product_key, c.sales, c.quantity, c.revenue, c.unit_prices
FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
       product_key INT PATH '$[0]',
       sales BIGINT PATH '$[1]',
       quantity DECIMAL(38, 4) PATH '$[2]',
       revenue DECIMAL(38, 4) PATH '$[3]',
       unit_prices DECIMAL(38, 4) PATH '$[4]')) c
ON DUPLICATE KEY UPDATE
  sales = rollup_product.sales + VALUES(sales),
  quantity = rollup_product.quantity + VALUES(quantity),
  revenue = rollup_product.revenue + VALUES(revenue),
  unit_prices = rollup_product.unit_prices + VALUES(unit_prices)
