DELETE p
FROM parked_sale p
  JOIN quarantine q ON q.file_id = p.file_id AND q.line = p.line
WHERE q.status <> 'parked'
