SELECT month
FROM rollup_month
WHERE sales > 0
ORDER BY month
