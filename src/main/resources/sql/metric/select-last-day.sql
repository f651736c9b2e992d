SELECT MAX(date_key) AS last_key
FROM rollup_day
WHERE sales > 0
