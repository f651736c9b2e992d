INSERT INTO quarantine (file_id, line, kind, status, reason, reasons, faults, raw, occurrence, amount)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
