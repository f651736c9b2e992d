DELETE FROM quarantine
WHERE dismissal_id < :firstKeptDismissal
  AND status = 'dismissed'
ORDER BY dismissal_id
LIMIT :most
