-- The newer drop wins: if this file brings a parked sale again, the parked one must not be released later and overwrite it.
UPDATE quarantine q
  JOIN parked_sale p ON p.file_id = q.file_id AND p.line = q.line
  JOIN stage_sale s ON s.sale_id = p.sale_id
SET q.status = 'superseded', q.settled_by = :#fileId
