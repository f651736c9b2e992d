-- What is announced, and what was deleted last.
SELECT notice_id, subject, older_than, announced_at, due_on, items, bytes, oldest, deleted_items, withdrawn, finished_at
FROM retention_notice
ORDER BY finished_at IS NULL DESC, notice_id DESC
LIMIT 100
