INSERT INTO quarantine (file_id, line, kind, status, reason, reasons, faults, raw, occurrence, amount, date_key,
 customer_id, product_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
