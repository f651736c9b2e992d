-- A clean reload may load the file into a warehouse of another currency; the first entry of its content tells what its rates mean.
UPDATE stage_rate
SET warehouse_currency = COALESCE(
      (SELECT f.warehouse_currency
       FROM etl_file f
       WHERE f.sha256 = :#sha256 AND f.status = 'loaded' AND f.warehouse_currency IS NOT NULL
       ORDER BY f.file_id
       LIMIT 1), '')
