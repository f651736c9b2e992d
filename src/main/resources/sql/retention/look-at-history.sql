SELECT a.items + r.items AS items, LEAST(COALESCE(a.oldest, r.oldest), COALESCE(r.oldest, a.oldest)) AS oldest,
       a.items * (SELECT COALESCE(MAX(avg_row_length), 0)
                  FROM information_schema.tables
                  WHERE table_schema = DATABASE() AND table_name = 'audit_entry') AS bytes
FROM (SELECT COUNT(*) AS items, MIN(at) AS oldest FROM audit_entry WHERE entry_id < :firstKeptEntry) a
  JOIN (SELECT COUNT(*) AS items, MIN(started_at) AS oldest
        FROM etl_run
        WHERE run_id < :firstKeptRun
-- include retention/of-runs-without-files
       ) r
