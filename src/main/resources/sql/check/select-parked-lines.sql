-- The first lines whose sales would wait; they do not load, although they are good.
SELECT line
FROM quarantine
WHERE file_id = :#fileId
  AND status = 'parked'
ORDER BY line
LIMIT 1000
