INSERT INTO rollup_day (date_key, sales, quantity, revenue, cost, costed_revenue, orders)
SELECT c.date_key, c.sales, c.quantity, c.revenue, c.cost, c.costed_revenue, c.orders
FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
       date_key INT PATH '$[0]',
       sales BIGINT PATH '$[1]',
       quantity DECIMAL(38, 4) PATH '$[2]',
       revenue DECIMAL(38, 4) PATH '$[3]',
       cost DECIMAL(38, 4) PATH '$[4]',
       costed_revenue DECIMAL(38, 4) PATH '$[5]',
       orders BIGINT PATH '$[6]')) c
ON DUPLICATE KEY UPDATE
  sales = rollup_day.sales + VALUES(sales),
  quantity = rollup_day.quantity + VALUES(quantity),
  revenue = rollup_day.revenue + VALUES(revenue),
  cost = rollup_day.cost + VALUES(cost),
  costed_revenue = rollup_day.costed_revenue + VALUES(costed_revenue),
  orders = rollup_day.orders + VALUES(orders)
