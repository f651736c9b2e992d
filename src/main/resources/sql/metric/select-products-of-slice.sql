SELECT product_key
FROM dim_product
WHERE (:#anyCategory OR category IN (:#in:categories))
  AND (:#anyProduct OR product_id IN (:#in:products))
