SELECT outbox_id, event_id, type, file_id, payload, created_at
FROM outbox
ORDER BY outbox_id
LIMIT 200
