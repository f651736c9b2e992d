DELETE FROM quarantine
WHERE settled_by < :firstKept
  AND status IN ('released', 'resolved', 'superseded')
ORDER BY settled_by
LIMIT :most
