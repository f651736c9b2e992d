SELECT customer_key
FROM dim_customer
WHERE (:#anyCity OR city IN (:#in:cities))
  AND (:#anyCustomer OR customer_id IN (:#in:customers))
