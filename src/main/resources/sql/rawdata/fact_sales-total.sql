-- The number of sales from the sums of the days, because counting ten million rows takes seconds.
SELECT COALESCE(SUM(sales), 0)
FROM rollup_day
