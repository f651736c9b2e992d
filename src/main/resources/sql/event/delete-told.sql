DELETE FROM outbox
WHERE outbox_id BETWEEN ? AND ?
