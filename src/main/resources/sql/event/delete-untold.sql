-- So many events are kept for a broker that does not answer; the oldest go first.
DELETE FROM outbox
WHERE outbox_id < (SELECT newest FROM (SELECT MAX(outbox_id) - 100000 AS newest FROM outbox) last)
