SELECT COALESCE(SUM(deleted_items), 0)
FROM retention_notice
WHERE subject = :#subject
