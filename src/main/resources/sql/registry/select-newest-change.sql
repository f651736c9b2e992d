SELECT COALESCE(MAX(change_id), 0) FROM saved_mapping
