SELECT m.month, m.state, COALESCE(r.sales, 0) AS sales
FROM sales_month m
  LEFT JOIN rollup_month r ON r.month = m.month
WHERE m.month BETWEEN ? AND ?
ORDER BY m.month
