-- The first file with these columns that was read since everything was loaded anew, if each number was one order then. The reload itself
-- has read its files as people had answered by then.
SELECT first.file_id
FROM (SELECT f.file_id, f.evidence
      FROM etl_file f
      WHERE f.header_hash = :#headerHash
        AND f.status = 'loaded'
        AND f.file_id >= COALESCE((SELECT MIN(r.file_id)
                                   FROM etl_file r
                                   WHERE r.run_id = (SELECT MAX(run_id) FROM etl_run WHERE mode = 'reload' AND status = 'succeeded')), 0)
      ORDER BY f.file_id
      LIMIT 1) first
WHERE COALESCE(first.evidence, '') NOT LIKE CONCAT('%', :#ordersOfDay, '%')
