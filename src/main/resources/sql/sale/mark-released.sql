UPDATE quarantine q
  JOIN stage_sale s ON s.file_id = q.file_id AND s.line = q.line
SET q.status = 'released', q.settled_by = :#fileId
