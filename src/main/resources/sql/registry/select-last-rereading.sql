SELECT MAX(run_id)
FROM etl_run
WHERE mapping_name = :#name
  AND status = 'succeeded'
