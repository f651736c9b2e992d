SELECT entry_id, at, user_name, address, what, thing, value_before, value_after
FROM audit_entry
-- include audit/of-query
ORDER BY entry_id DESC
LIMIT :#limit OFFSET :#offset
