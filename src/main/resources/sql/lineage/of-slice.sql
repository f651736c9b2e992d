WHERE s.date_key BETWEEN :#fromKey AND :#toKey
  AND s.date_key BETWEEN :#firstOfMonth AND :#lastOfMonth
  AND (:#anyCustomer OR s.customer_key IN (:#in:customerKeys))
  AND (:#anyProduct OR s.product_key IN (:#in:productKeys))
  AND (:#weekday IS NULL OR (SELECT weekday FROM dim_date WHERE date_key = s.date_key) = :#weekday)
  AND (:#anyCategory OR (SELECT category FROM dim_product WHERE product_key = s.product_key) IN (:#in:categories))
  AND (:#anyCity
    OR COALESCE(s.city, (SELECT city FROM dim_customer WHERE customer_key = s.customer_key)) IN (:#in:cities))
