SELECT COALESCE((SELECT MIN(dismissal_id) FROM dismissal WHERE dismissed_at >= :olderThan),
                (SELECT MAX(dismissal_id) + 1 FROM dismissal),
                0)
