-- a machine whose clock is years fast must not end the schedule of all others
UPDATE scheduled_job
SET fired_at = ?
WHERE name = ? AND fired_at < ? AND ? < UTC_TIMESTAMP(3) + INTERVAL 1 DAY
