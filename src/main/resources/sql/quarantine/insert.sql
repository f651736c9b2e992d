INSERT INTO quarantine (file_id, line, kind, status, reason, reasons, faults, raw)
VALUES (:#fileId, :#line, :#kind, :#status, :#reason, :#reasons, :#faults, :#raw)
