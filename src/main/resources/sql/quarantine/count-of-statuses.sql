-- Reads an index alone: there may be millions of settled rows.
SELECT COUNT(*)
FROM quarantine
WHERE status IN (:#in:statuses)
