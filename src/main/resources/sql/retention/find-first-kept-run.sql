-- The newest run stays in any case.
SELECT COALESCE((SELECT run_id FROM etl_run WHERE started_at >= :olderThan ORDER BY run_id LIMIT 1),
                (SELECT MAX(run_id) FROM etl_run),
                0)
