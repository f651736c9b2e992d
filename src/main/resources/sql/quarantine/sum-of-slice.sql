-- Sales that wait, and may belong to the slice: all but those that are known to be of another.
SELECT COUNT(*) AS row_count, COALESCE(SUM(q.amount), 0) AS amount
FROM quarantine q
WHERE q.status IN ('rejected', 'parked')
  AND q.kind = 'sales'
  AND (q.date_key IS NULL OR q.date_key BETWEEN :#fromKey AND :#toKey)
  AND (:#anyCustomer OR q.customer_id IS NULL OR q.customer_id IN (:#in:customers))
  AND (:#anyProduct OR q.product_id IS NULL OR q.product_id IN (:#in:products))
  AND (:#anyCity
    OR COALESCE((SELECT c.city FROM dim_customer c WHERE c.customer_id = q.customer_id) IN (:#in:cities), TRUE))
  AND (:#anyCategory
    OR COALESCE((SELECT p.category FROM dim_product p WHERE p.product_id = q.product_id) IN (:#in:categories), TRUE))
