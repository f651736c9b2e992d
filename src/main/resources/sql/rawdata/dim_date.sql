SELECT d.date_key, DATE_FORMAT(d.date, '%Y-%m-%d') AS date, d.year, d.quarter, d.month, d.day, d.weekday
FROM dim_date d
WHERE :#pattern IS NULL
   OR DATE_FORMAT(d.date, '%Y-%m-%d') COLLATE utf8mb4_general_ci LIKE :#pattern
