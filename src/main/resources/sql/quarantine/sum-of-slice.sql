-- Sales that wait, and may belong to the slice: all but those that are known to be of another.
SELECT COUNT(*) AS row_count, COALESCE(SUM(q.amount), 0) AS amount
FROM quarantine q
  LEFT JOIN dim_customer c ON c.customer_id = q.customer_id
  LEFT JOIN dim_product p ON p.product_id = q.product_id
WHERE q.status IN ('rejected', 'parked')
  AND q.kind = 'sales'
  AND (q.date_key IS NULL OR q.date_key BETWEEN :#fromKey AND :#toKey)
  AND (:#anyCustomer OR q.customer_id IS NULL OR q.customer_id IN (:#in:customers))
  AND (:#anyProduct OR q.product_id IS NULL OR q.product_id IN (:#in:products))
  AND (:#anyCity OR c.city IS NULL OR c.city IN (:#in:cities))
  AND (:#anyCategory OR p.category IS NULL OR p.category IN (:#in:categories))
