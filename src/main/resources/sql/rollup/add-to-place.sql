INSERT INTO rollup_place (place_key, sales, quantity, revenue, cost, costed_revenue)
SELECT c.place_key, c.sales, c.quantity, c.revenue, c.cost, c.costed_revenue
FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
       place_key INT PATH '$[0]',
       sales BIGINT PATH '$[1]',
       quantity DECIMAL(38, 4) PATH '$[2]',
       revenue DECIMAL(38, 4) PATH '$[3]',
       cost DECIMAL(38, 4) PATH '$[4]',
       costed_revenue DECIMAL(38, 4) PATH '$[5]')) c
ON DUPLICATE KEY UPDATE
  sales = rollup_place.sales + VALUES(sales),
  quantity = rollup_place.quantity + VALUES(quantity),
  revenue = rollup_place.revenue + VALUES(revenue),
  cost = rollup_place.cost + VALUES(cost),
  costed_revenue = rollup_place.costed_revenue + VALUES(costed_revenue)
