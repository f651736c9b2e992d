-- Rows that wait for nobody any more. The server estimates how long a row is.
SELECT COUNT(*) AS items, MIN(found.settled_at) AS oldest,
       COUNT(*) * (SELECT COALESCE(MAX(avg_row_length), 0)
                   FROM information_schema.tables
                   WHERE table_schema = DATABASE() AND table_name = 'quarantine') AS bytes
FROM (SELECT f.loaded_at AS settled_at
      FROM quarantine q
        JOIN etl_file f ON f.file_id = q.settled_by
      WHERE q.settled_by < :firstKept
        AND q.status IN ('released', 'resolved', 'superseded')
      UNION ALL
      SELECT d.dismissed_at
      FROM quarantine q
        JOIN dismissal d ON d.dismissal_id = q.dismissal_id
      WHERE q.dismissal_id < :firstKeptDismissal
        AND q.status = 'dismissed') found
