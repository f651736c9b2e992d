-- Claims the rows from this one on for a while, unless another instance has claimed them.
UPDATE outbox
SET claimed_by = ?, claimed_until = UTC_TIMESTAMP(6) + INTERVAL 60 SECOND
WHERE outbox_id = ? AND (claimed_by = ? OR claimed_until IS NULL OR claimed_until < UTC_TIMESTAMP(6))
