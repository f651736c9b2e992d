-- Key 0 is that of sales without a customer.
SELECT c.customer_id AS id, c.name, SUM(s.revenue) AS change_of_revenue
FROM (SELECT customer_key, revenue
      FROM JSON_TABLE(:#customersNow, '$[*]' COLUMNS (customer_key INT PATH '$[0]', revenue DECIMAL(38, 4) PATH '$[1]')) slice
      UNION ALL
      SELECT customer_key, -revenue
      FROM JSON_TABLE(:#customersBefore, '$[*]' COLUMNS (customer_key INT PATH '$[0]', revenue DECIMAL(38, 4) PATH '$[1]')) earlier) s
  STRAIGHT_JOIN dim_customer c ON c.customer_key = s.customer_key
WHERE c.customer_key <> 0
GROUP BY c.customer_id, c.name
HAVING SUM(s.revenue) <> 0
ORDER BY ABS(SUM(s.revenue)) DESC, id
LIMIT 3
