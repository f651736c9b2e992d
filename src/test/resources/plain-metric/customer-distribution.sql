-- Without a filter, or with cities alone, all customers count, also those who never bought. Otherwise the customers who bought something
-- in the slice count. The member without an id is no customer.
SELECT c.city, COUNT(*) AS customers
FROM dim_customer c
WHERE c.customer_id <> ''
  AND (:allCustomers OR c.customer_id IN (:customers))
  AND IF(:allDays AND :allCategories AND :allProducts AND :allCustomers,
         :allCities OR c.city IN (:cities),
         EXISTS (SELECT 1
                 FROM fact_sales f
                   JOIN dim_product p ON p.product_key = f.product_key
                 WHERE f.customer_key = c.customer_key
                   AND f.date_key BETWEEN :fromKey AND :toKey
                   AND (:allCities OR COALESCE(f.city, c.city) IN (:cities))
                   AND (:allCategories OR p.category IN (:categories))
                   AND (:allProducts OR p.product_id IN (:products))))
GROUP BY c.city
ORDER BY customers DESC, c.city
