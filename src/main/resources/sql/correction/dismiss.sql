UPDATE quarantine
SET status = 'dismissed', dismissal_id = :#dismissalId
WHERE quarantine_id IN (:#in:ids) AND status IN ('rejected', 'parked')
