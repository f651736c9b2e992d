SELECT COUNT(*)
FROM audit_entry
-- include audit/of-query
