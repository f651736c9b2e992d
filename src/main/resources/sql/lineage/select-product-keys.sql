-- One key more than can be used. With so many keys, the newest sales contain some of them, and the keys are not used.
SELECT product_key
FROM dim_product
WHERE NOT (:#anyProduct AND :#anyCategory)
  AND (:#anyProduct OR product_id IN (:#in:products))
  AND (:#anyCategory OR category IN (:#in:categories))
LIMIT 1001
