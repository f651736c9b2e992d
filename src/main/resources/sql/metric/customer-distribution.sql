-- Without a filter, or with cities alone, all customers count, also those who never bought. Otherwise the customers who bought something
-- in the slice count.
SELECT c.city, COUNT(*) AS customers
FROM (SELECT city FROM dim_customer WHERE :#everyCustomer AND (:#allCities OR city IN (:#in:cities))
      UNION ALL
      SELECT d.city
      FROM JSON_TABLE(:#sums, '$[*]' COLUMNS (
             customer_key INT PATH '$[0]')) slice
        STRAIGHT_JOIN dim_customer d ON d.customer_key = slice.customer_key
      WHERE NOT :#everyCustomer) c
GROUP BY c.city
ORDER BY customers DESC, c.city
