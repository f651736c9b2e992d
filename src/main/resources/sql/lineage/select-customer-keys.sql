-- One key more than can be used. With so many keys, the newest sales contain some of them, and the keys are not used.
SELECT customer_key
FROM dim_customer
WHERE NOT (:#anyCustomer AND :#anyCity)
  AND (:#anyCustomer OR customer_id IN (:#in:customers))
  AND (:#anyCity OR city IN (:#in:cities))
LIMIT 1001
