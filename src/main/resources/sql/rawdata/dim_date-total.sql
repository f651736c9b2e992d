SELECT COUNT(*)
FROM dim_date
