  -- a sale counts unless it is known to belong to another slice
  AND (q.date_key IS NULL OR q.date_key BETWEEN :#fromKey AND :#toKey)
  AND (:#anyCustomer OR q.customer_id IS NULL OR q.customer_id IN (:#in:customers))
  AND (:#anyProduct OR q.product_id IS NULL OR q.product_id IN (:#in:products))
  AND (:#anyCity
    OR COALESCE((SELECT c.city FROM dim_customer c WHERE c.customer_id = q.customer_id) IN (:#in:cities), TRUE))
  AND (:#anyCategory
    OR COALESCE((SELECT p.category FROM dim_product p WHERE p.product_id = q.product_id) IN (:#in:categories), TRUE))
