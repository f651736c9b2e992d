-- The first entry that is not old: this entry and all later ones stay. If the clock was ever wrong, more stays.
SELECT COALESCE((SELECT MIN(file_id) FROM etl_file WHERE loaded_at >= :olderThan),
                (SELECT MAX(file_id) + 1 FROM etl_file),
                0)
