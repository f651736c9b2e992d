SELECT MIN(date_key) AS first_key, MAX(date_key) AS last_key
FROM rollup_day
WHERE sales > 0
