DELETE FROM audit_entry
WHERE entry_id < :firstKeptEntry
ORDER BY entry_id
LIMIT :most
