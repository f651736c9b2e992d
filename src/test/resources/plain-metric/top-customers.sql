SELECT c.customer_id, c.name, SUM(f.revenue) AS revenue
FROM fact_sales f
  JOIN dim_customer c ON c.customer_key = f.customer_key
  JOIN dim_product p ON p.product_key = f.product_key
WHERE c.customer_id <> ''
  AND f.date_key BETWEEN :fromKey AND :toKey
  AND (:allCategories OR p.category IN (:categories))
  AND (:allCities OR COALESCE(f.city, c.city) IN (:cities))
  AND (:allProducts OR p.product_id IN (:products))
  AND (:allCustomers OR c.customer_id IN (:customers))
GROUP BY c.customer_key, c.customer_id, c.name
ORDER BY revenue DESC, c.customer_id
LIMIT 5
