INSERT INTO dim_date (date_key, date, year, quarter, month, day, weekday)
SELECT DISTINCT s.date_key, s.sale_date, YEAR(s.sale_date), QUARTER(s.sale_date), MONTH(s.sale_date),
       DAY(s.sale_date), WEEKDAY(s.sale_date) + 1
FROM stage_sale s
  LEFT JOIN dim_date d ON d.date_key = s.date_key
WHERE d.date_key IS NULL
