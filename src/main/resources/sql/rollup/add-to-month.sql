INSERT INTO rollup_month (month, sales, quantity, revenue, orders)
SELECT c.month, c.sales, c.quantity, c.revenue, c.orders
FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
       month INT PATH '$[0]',
       sales BIGINT PATH '$[1]',
       quantity DECIMAL(38, 4) PATH '$[2]',
       revenue DECIMAL(38, 4) PATH '$[3]',
       orders BIGINT PATH '$[4]')) c
ON DUPLICATE KEY UPDATE
  sales = rollup_month.sales + VALUES(sales),
  quantity = rollup_month.quantity + VALUES(quantity),
  revenue = rollup_month.revenue + VALUES(revenue),
  orders = rollup_month.orders + VALUES(orders)
