INSERT INTO rollup_product (product_key, sales, quantity, revenue, cost, costed_revenue, unit_prices)
SELECT c.product_key, c.sales, c.quantity, c.revenue, c.cost, c.costed_revenue, c.unit_prices
FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
       product_key INT PATH '$[0]',
       sales BIGINT PATH '$[1]',
       quantity DECIMAL(38, 4) PATH '$[2]',
       revenue DECIMAL(38, 4) PATH '$[3]',
       cost DECIMAL(38, 4) PATH '$[4]',
       costed_revenue DECIMAL(38, 4) PATH '$[5]',
       unit_prices DECIMAL(38, 4) PATH '$[6]')) c
ON DUPLICATE KEY UPDATE
  sales = rollup_product.sales + VALUES(sales),
  quantity = rollup_product.quantity + VALUES(quantity),
  revenue = rollup_product.revenue + VALUES(revenue),
  cost = rollup_product.cost + VALUES(cost),
  costed_revenue = rollup_product.costed_revenue + VALUES(costed_revenue),
  unit_prices = rollup_product.unit_prices + VALUES(unit_prices)
