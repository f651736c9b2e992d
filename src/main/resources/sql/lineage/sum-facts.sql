-- The sums over at most a million sales, and one sale more, which tells that there are more. The order of days is that of the other statement.
SELECT COUNT(*) AS sales, COALESCE(SUM(few.quantity), 0) AS quantity, COALESCE(SUM(few.revenue), 0) AS revenue, SUM(few.cost) AS cost
FROM (SELECT STRAIGHT_JOIN s.quantity, s.revenue, s.cost
-- include lineage/of-slice
      LIMIT 1000001) few
