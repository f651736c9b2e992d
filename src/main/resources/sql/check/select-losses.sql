-- Rows with one reason, the most money first; the first of them is the example. Money in other currencies is never added to it.
SELECT sums.status, sums.reason, sums.row_count, sums.amount, sums.original_currency,
       sums.original_amount, sums.line,
       (SELECT JSON_UNQUOTE(JSON_EXTRACT(q.faults, '$[0].message'))
        FROM quarantine q
        WHERE q.file_id = :#fileId
          AND q.line = sums.line
        ORDER BY q.quarantine_id
        LIMIT 1) AS example
FROM (SELECT status, reason, COUNT(*) AS row_count, COALESCE(SUM(amount), 0) AS amount, original_currency,
             SUM(original_amount) AS original_amount, MIN(line) AS line
      FROM quarantine
      WHERE file_id = :#fileId
        AND status IN ('rejected', 'parked')
      GROUP BY status, reason, original_currency) sums
ORDER BY sums.amount DESC, sums.row_count DESC, sums.reason, sums.original_currency
