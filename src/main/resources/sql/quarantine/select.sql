-- First the numbers of the rows, from an index of each status that has them in this order: so the time does not grow with the rows that
-- wait (MariaDB before 10.8 sorts them). Every row has a file. The outer join makes the server begin with the rows, in the order of the index.
SELECT q.quarantine_id, f.name AS file, q.line, q.kind, q.status, q.reasons, q.faults, q.raw, q.amount, q.original_currency,
       q.original_amount, f.loaded_at, s.name AS settled_by, q.settled_line, d.note, f.header, f.other_cells, f.customer_cells, f.separated_by AS delimiter
FROM ((SELECT q.quarantine_id, q.file_id, q.line
       FROM quarantine q
         LEFT JOIN etl_file f ON f.file_id = q.file_id
       WHERE q.status = :#status
-- include quarantine/of-filter
       ORDER BY q.file_id DESC, q.line
       LIMIT :#reach)
      UNION ALL
      (SELECT q.quarantine_id, q.file_id, q.line
       FROM quarantine q
         LEFT JOIN etl_file f ON f.file_id = q.file_id
       WHERE q.status = :#otherStatus
-- include quarantine/of-filter
       ORDER BY q.file_id DESC, q.line
       LIMIT :#reach)
      ORDER BY file_id DESC, line
      LIMIT :#limit OFFSET :#offset) page
  JOIN quarantine q ON q.quarantine_id = page.quarantine_id
  LEFT JOIN etl_file f ON f.file_id = q.file_id
  LEFT JOIN etl_file s ON s.file_id = q.settled_by
  LEFT JOIN dismissal d ON d.dismissal_id = q.dismissal_id
ORDER BY page.file_id DESC, page.line
