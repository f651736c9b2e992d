SELECT COUNT(*) AS withdrawn, COALESCE(SUM(withdrawn_amount), 0) AS withdrawn_revenue,
       COALESCE(SUM(amount), 0) AS amount
FROM left_out_row
WHERE file_id = :#fileId AND withdrawn_key IS NOT NULL
