-- Fast with any number of files: three look-ups in an index, and one in each of three short tables. The result is always one row.
SELECT f.file_id, f.loaded_at, newest.dismissal_id, newest.forgotten_id, newest.reload_id, newest.currency
FROM (SELECT MAX(file_id) AS file_id, (SELECT COALESCE(MAX(dismissal_id), 0) FROM dismissal) AS dismissal_id,
             (SELECT COALESCE(MAX(forgotten_id), 0) FROM forgotten_customer) AS forgotten_id,
             (SELECT COALESCE(MAX(run_id), 0) FROM etl_run WHERE mode = 'reload' AND status = 'succeeded') AS reload_id,
             (SELECT MAX(currency) FROM warehouse_currency) AS currency
      FROM etl_file
      WHERE status = 'loaded') newest
  LEFT JOIN etl_file f ON f.file_id = newest.file_id
