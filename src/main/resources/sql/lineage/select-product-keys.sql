-- One more than are used: where there are so many, the newest sales have some of them.
SELECT product_key
FROM dim_product
WHERE NOT (:#anyProduct AND :#anyCategory)
  AND (:#anyProduct OR product_id IN (:#in:products))
  AND (:#anyCategory OR category IN (:#in:categories))
LIMIT 1001
