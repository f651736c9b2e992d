SELECT COALESCE((SELECT entry_id FROM audit_entry WHERE at >= :olderThan ORDER BY entry_id LIMIT 1),
                (SELECT MAX(entry_id) + 1 FROM audit_entry),
                0)
