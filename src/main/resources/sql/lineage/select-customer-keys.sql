-- One more than are used: where there are so many, the newest sales have some of them.
SELECT customer_key
FROM dim_customer
WHERE NOT (:#anyCustomer AND :#anyCity)
  AND (:#anyCustomer OR customer_id IN (:#in:customers))
  AND (:#anyCity OR city IN (:#in:cities))
LIMIT 1001
