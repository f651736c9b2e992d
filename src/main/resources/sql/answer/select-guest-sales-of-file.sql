SELECT quarantine_id, line, reasons, raw, occurrence
FROM quarantine
WHERE file_id = :#fileId AND line > :#afterLine
  AND status = 'rejected' AND kind = 'sales' AND reasons = 'missing_customer_id'
ORDER BY line
LIMIT :#pageRows
