INSERT INTO rollup_day (date_key, sales, quantity, revenue, orders)
SELECT c.date_key, c.sales, c.quantity, c.revenue, c.orders
FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
       date_key INT PATH '$[0]',
       sales BIGINT PATH '$[1]',
       quantity DECIMAL(38, 4) PATH '$[2]',
       revenue DECIMAL(38, 4) PATH '$[3]',
       orders BIGINT PATH '$[4]')) c
ON DUPLICATE KEY UPDATE
  sales = rollup_day.sales + VALUES(sales),
  quantity = rollup_day.quantity + VALUES(quantity),
  revenue = rollup_day.revenue + VALUES(revenue),
  orders = rollup_day.orders + VALUES(orders)
