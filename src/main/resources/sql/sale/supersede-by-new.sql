-- The newer drop wins: if this file brings a parked sale again, the parked one must not be released later and overwrite it.
UPDATE quarantine q
  JOIN parked_sale p ON p.file_id = q.file_id AND p.line = q.line
  JOIN fact_sales f FORCE INDEX (fact_sales_id) ON f.sale_id = p.sale_id AND f.source_file_id = :#fileId
SET q.status = 'superseded', q.settled_by = :#fileId
