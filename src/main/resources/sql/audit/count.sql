-- Counts up to one more than the page tells.
SELECT COUNT(*)
FROM (SELECT 1
      FROM audit_entry
-- include audit/of-query
      LIMIT :#counted) found
