SELECT cancel_run
FROM run_lease
WHERE lease_id = 1 AND holder = :#holder
