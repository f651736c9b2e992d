INSERT INTO rollup_month (month, sales, quantity, revenue, cost, costed_revenue, orders)
SELECT c.month, c.sales, c.quantity, c.revenue, c.cost, c.costed_revenue, c.orders
FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
       month INT PATH '$[0]',
       sales BIGINT PATH '$[1]',
       quantity DECIMAL(38, 4) PATH '$[2]',
       revenue DECIMAL(38, 4) PATH '$[3]',
       cost DECIMAL(38, 4) PATH '$[4]',
       costed_revenue DECIMAL(38, 4) PATH '$[5]',
       orders BIGINT PATH '$[6]')) c
ON DUPLICATE KEY UPDATE
  sales = rollup_month.sales + VALUES(sales),
  quantity = rollup_month.quantity + VALUES(quantity),
  revenue = rollup_month.revenue + VALUES(revenue),
  cost = rollup_month.cost + VALUES(cost),
  costed_revenue = rollup_month.costed_revenue + VALUES(costed_revenue),
  orders = rollup_month.orders + VALUES(orders)
