SELECT p.product_id AS id, p.name, SUM(s.revenue) AS change_of_revenue
-- include metric/changes-of-products
GROUP BY p.product_id, p.name
HAVING SUM(s.revenue) <> 0
ORDER BY ABS(SUM(s.revenue)) DESC, id
LIMIT 3
