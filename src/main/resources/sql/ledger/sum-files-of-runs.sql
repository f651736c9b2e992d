SELECT run_id, COUNT(*) AS files, SUM(rows_read) AS rows_read, SUM(inserted) AS inserted, SUM(updated) AS updated,
       SUM(unchanged) AS unchanged, SUM(withdrawn) AS withdrawn, SUM(left_out) AS left_out, SUM(rejected) AS rejected,
       SUM(parked) AS parked, SUM(inserted_revenue) AS inserted_revenue, SUM(updated_revenue) AS updated_revenue,
       SUM(unchanged_revenue) AS unchanged_revenue, SUM(withdrawn_revenue) AS withdrawn_revenue,
       SUM(left_out_revenue) AS left_out_revenue, SUM(rejected_revenue) AS rejected_revenue,
       SUM(parked_revenue) AS parked_revenue
FROM etl_file
WHERE run_id IN (:#in:runIds)
GROUP BY run_id
