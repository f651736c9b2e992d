-- One key more than can be used. With so many keys, the newest sales contain some of them, and the keys are not used. Where sales name
-- cities of their own, the city of a customer tells nothing.
SELECT customer_key
FROM dim_customer
WHERE NOT (:#anyCustomer AND :#anyCity)
  AND (:#anyCustomer OR customer_id IN (:#in:customers))
  AND (:#anyCity OR city IN (:#in:cities) OR EXISTS (SELECT 1 FROM sale_city))
LIMIT 1001
