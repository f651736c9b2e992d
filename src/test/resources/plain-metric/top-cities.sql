SELECT COALESCE(f.city, c.city) AS city, SUM(f.revenue) AS revenue
FROM fact_sales f
  JOIN dim_customer c ON c.customer_key = f.customer_key
  JOIN dim_product p ON p.product_key = f.product_key
WHERE f.date_key BETWEEN :fromKey AND :toKey
  AND (:allCategories OR p.category IN (:categories))
  AND (:allCities OR COALESCE(f.city, c.city) IN (:cities))
  AND (:allProducts OR p.product_id IN (:products))
  AND (:allCustomers OR c.customer_id IN (:customers))
GROUP BY COALESCE(f.city, c.city)
ORDER BY revenue DESC, city
LIMIT 5
