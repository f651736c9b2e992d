-- A state is null only if somebody has removed it: then nobody knows whether a copy of the month is right.
SELECT r.month, m.state, r.sales
FROM rollup_month r
  LEFT JOIN sales_month m ON m.month = r.month
WHERE r.month BETWEEN ? AND ?
ORDER BY r.month
