INSERT IGNORE INTO scheduled_job (name, fired_at)
VALUES (?, '1970-01-01')
