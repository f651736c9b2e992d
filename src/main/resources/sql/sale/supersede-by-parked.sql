UPDATE quarantine q
  JOIN parked_sale old ON old.file_id = q.file_id AND old.line = q.line
  JOIN parked_sale new ON new.sale_id = old.sale_id AND new.file_id = :#fileId
SET q.status = 'superseded', q.settled_by = :#fileId
WHERE old.file_id <> :#fileId
