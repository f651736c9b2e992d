-- Rows with one reason, the most money first; the first of them is the example.
SELECT sums.status, sums.reason, sums.row_count, sums.amount, sums.line,
       (SELECT JSON_UNQUOTE(JSON_EXTRACT(q.faults, '$[0].message'))
        FROM quarantine q
        WHERE q.file_id = :#fileId
          AND q.line = sums.line
        ORDER BY q.quarantine_id
        LIMIT 1) AS example
FROM (SELECT status, reason, COUNT(*) AS row_count, COALESCE(SUM(amount), 0) AS amount, MIN(line) AS line
      FROM quarantine
      WHERE file_id = :#fileId
        AND status IN ('rejected', 'parked')
      GROUP BY status, reason) sums
ORDER BY sums.amount DESC, sums.row_count DESC, sums.reason
