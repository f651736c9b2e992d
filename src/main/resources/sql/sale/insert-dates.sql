INSERT INTO dim_date (date_key, date, year, quarter, month, day, weekday)
SELECT n.date_key, n.date, YEAR(n.date), QUARTER(n.date), MONTH(n.date), DAY(n.date), WEEKDAY(n.date) + 1
FROM (SELECT date_key, STR_TO_DATE(date_key, '%Y%m%d') AS date
      FROM JSON_TABLE(:#days, '$[*]' COLUMNS (
             date_key INT PATH '$[0]')) sold) n
  LEFT JOIN dim_date d ON d.date_key = n.date_key
WHERE d.date_key IS NULL
