-- If a product has no price, MetricRows divides the sum of the prices of its sales by their number, so that the price is rounded only once.
SELECT p.product_id, p.name, p.price, SUM(f.unit_price) AS unit_prices, COUNT(*) AS sales, SUM(f.quantity) AS quantity
FROM fact_sales f
  JOIN dim_customer c ON c.customer_key = f.customer_key
  JOIN dim_product p ON p.product_key = f.product_key
WHERE f.date_key BETWEEN :fromKey AND :toKey
  AND (:allCategories OR p.category IN (:categories))
  AND (:allCities OR COALESCE(f.city, c.city) IN (:cities))
  AND (:allProducts OR p.product_id IN (:products))
  AND (:allCustomers OR c.customer_id IN (:customers))
GROUP BY p.product_key, p.product_id, p.name, p.price
ORDER BY quantity DESC, p.product_id
