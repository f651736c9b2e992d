SELECT p.category AS id, p.category AS name, SUM(s.revenue) AS change_of_revenue
-- include metric/changes-of-products
GROUP BY p.category
HAVING SUM(s.revenue) <> 0
ORDER BY ABS(SUM(s.revenue)) DESC, id
LIMIT 3
