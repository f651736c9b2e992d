INSERT INTO dismissal (note, dismissed_at)
VALUES (:#note, UTC_TIMESTAMP(6))
