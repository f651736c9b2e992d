-- Without a filter, or with cities alone, all customers count, also those who never bought. Otherwise the customers who bought something
-- in the slice count.
SELECT c.city, COUNT(*) AS customers
FROM dim_customer c
WHERE (:allCities OR c.city IN (:cities))
  AND (:allCustomers OR c.customer_id IN (:customers))
  AND ((:allDays AND :allCategories AND :allProducts AND :allCustomers)
    OR EXISTS (SELECT 1
               FROM fact_sales f
                 JOIN dim_product p ON p.product_key = f.product_key
               WHERE f.customer_key = c.customer_key
                 AND f.date_key BETWEEN :fromKey AND :toKey
                 AND (:allCategories OR p.category IN (:categories))
                 AND (:allProducts OR p.product_id IN (:products))))
GROUP BY c.city
ORDER BY customers DESC, c.city
